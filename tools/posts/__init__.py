"""Posts of Hexo and Hugo: what they say, and how it is said in an article of this site."""
