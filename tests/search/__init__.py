"""The search, measured: queries made from the pages of a site, judged by what its readers see."""
