/* Words of Sphinx's scripts in Chinese.
   Sphinx's own file calls Documentation.addTranslations, which compiles the plural rule with `new Function`:
   forbidden by a Content-Security-Policy without unsafe-eval (doctools.js). Chinese has one form, so this
   file sets the rule as a plain function. */
"use strict";

Object.assign(Documentation.TRANSLATIONS, {
  "Search Results": "搜索结果",
  "Searching": "正在搜索",
  "Preparing search...": "正在准备搜索……",
  ", in ": "，在 ",
  "Hide Search Matches": "不再标出搜索词",
  "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
    "没有找到。请检查拼写，或少用几个词再试。",
  "Search finished, found one page matching the search query.": [
    "搜索完毕，找到 ${resultCount} 页。",
  ],
});
Documentation.PLURAL_EXPR = () => 0;
Documentation.LOCALE = "zh_Hans_CN";
