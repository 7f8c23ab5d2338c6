# Two commands do everything: `make html` and `make test`. They create and refresh .venv by themselves.

PYTHON ?= python3
SPHINXOPTS ?=
PYTESTOPTS ?=
PORT ?= 8000
export TORCH_ARGS WITHOUT_TORCH

ifeq ($(OS),Windows_NT)
PY := .venv/Scripts/python
else
PY := .venv/bin/python
endif
SPHINX := $(PY) -m sphinx -j auto $(SPHINXOPTS)
PYTEST := $(PY) -m pytest -n auto $(PYTESTOPTS)

.DEFAULT_GOAL := help

.PHONY: help
help: ## 列出所有命令
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile

.venv/.stamp-site: requirements/site.txt
	@$(PYTHON) tools/bootstrap.py site

.venv/.stamp-write: requirements/write.txt
	@$(PYTHON) tools/bootstrap.py write

.venv/.stamp-test: requirements/test.txt requirements/torch.txt
	@$(PYTHON) tools/bootstrap.py test

.venv/.stamp-dev: requirements/dev.txt requirements/torch.txt
	@$(PYTHON) tools/bootstrap.py dev

.PHONY: html
html: .venv/.stamp-site ## 构建网站到 _build/html
	@$(SPHINX) -b html -d _build/doctrees . _build/html

.PHONY: epub
epub: .venv/.stamp-site ## 构建电子书到 _build/epub
	@$(SPHINX) -b epub -d _build/doctrees-epub . _build/epub

.PHONY: serve
serve: html ## 构建并在 http://localhost:8000 打开（PORT=… 换端口）
	@$(PY) -m http.server $(PORT) --bind 127.0.0.1 --directory _build/html

# What an author types is passed on as it is: neither make nor the shell looks into it.
override TITLE := $(value TITLE)
export TITLE CATEGORY SLUG TAGS

.PHONY: new
new: .venv/.stamp-write ## 新建文章：TITLE="题目" CATEGORY=python [SLUG=…] [TAGS=…]，不写就问
	@$(PY) -m tools.new_article --title "$$TITLE" --category "$$CATEGORY" --slug "$$SLUG" --tags "$$TAGS"

.PHONY: livehtml
livehtml: .venv/.stamp-write ## 边写边看：保存即刷新，草稿也显示，错误显示在页面上
	@$(PY) -m tools.live --port $(PORT)

.PHONY: check
check: .venv/.stamp-write ## 检查一篇文章：FILE=python/my-topic.md
	@$(PY) -m tools.lint "$(FILE)"
	@$(PY) -m pytest -q -n 0 "$(FILE)"

.PHONY: test
test: .venv/.stamp-test lint browser ## 全部测试（约十分钟）
	@$(PYTEST)

.PHONY: test-browser
test-browser: .venv/.stamp-test browser ## 只跑真实浏览器里的测试
	@$(PYTEST) tests/browser

.PHONY: browser
browser: .venv/.stamp-test
	@$(PY) -m tools.browser

.PHONY: lint
lint: .venv/.stamp-test ## 检查代码与文章（ruff、mypy、排版、术语、公式、链接……）
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(PY) -m tools.lint

.PHONY: fix
fix: .venv/.stamp-write ## 改正可以放心改的：代码格式，文章的排版、术语、写法
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .
	@$(PY) -m tools.lint --fix

.PHONY: linkcheck
linkcheck: .venv/.stamp-test ## 检查站外链接（离线时只说明，不算失败）
	@$(PY) -m tools.linkcheck $(SPHINXOPTS)

.PHONY: import
import: .venv/.stamp-test ## 搬来 Hexo 或 Hugo 的文章：FROM=文件夹 CATEGORY=类别 DRY=1
	@$(PY) -m tools.import_posts "$(FROM)" $(if $(CATEGORY),--category "$(CATEGORY)") $(if $(DRY),--dry-run)

.PHONY: figures
figures: .venv/.stamp-test ## 重画文章的图（FIGURES="路径 …" 只画这些）
	@$(PY) -m tools.figures $(FIGURES)

.PHONY: screenshots
screenshots: .venv/.stamp-test browser html ## 拍下网站的样子（ALL=1 拍每一页）
	@ALL=$(ALL) $(PY) -m tools.screenshots

.PHONY: bench
bench: .venv/.stamp-test ## 量构建的开销：100 与 1000 篇生成的文章（FULL=1 再加 10000 篇）
	@$(PY) -m tools.bench $(if $(FULL),--sizes 100 1000 10000,)

.PHONY: bench-search
bench-search: .venv/.stamp-test browser html ## 量搜索的质量与速度
	@PYTHONPATH=_ext $(PY) -m tools.bench.search _build/html

.PHONY: soak
soak: .venv/.stamp-test browser ## 长跑：六百步随机编辑，每一步之后增量构建都与全新构建逐字节相同；每一页在各种宽度与主题下
	@$(PY) -m tests.integration.site_navigation.differential --steps 60 --seeds 1 2 3 4 5 6 7 8 9 10 --jobs 1 4 --size 4 9 9 4 --kinds all all alone all dirhtml
	@$(PYTEST) tests/browser/soak_pages.py

.PHONY: lock
lock: .venv/.stamp-dev ## 重新计算 requirements/*.txt
	@$(PY) -m tools.lock

.PHONY: clean
clean: ## 删除构建结果与缓存（保留 .venv）
	rm -rf _build .cache .mypy_cache .ruff_cache .hypothesis

.PHONY: distclean
distclean: clean ## 连 .venv 一起删除
	rm -rf .venv
