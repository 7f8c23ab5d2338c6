"""Pages as they are served: with the report of the last build, and a script that waits for the next."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from tools.live.builds import read_report

if TYPE_CHECKING:
    from starlette.datastructures import Headers
    from starlette.types import Scope

    from tools.live.builds import Report

SCRIPT = """\
<script>
(function listen() {
  const socket = new WebSocket(`ws://${location.host}/websocket-reload`);
  socket.onmessage = () => location.reload();
  socket.onclose = () => setTimeout(listen, 1000);
})();
</script>
"""
STYLE = """\
<style>
#live-report { position: fixed; inset: auto 0 0; z-index: 1000; max-height: 40vh; overflow: auto;
  padding: 0.6rem 1rem; overflow-wrap: anywhere;
  background: #7a1022; color: #fff; font: 14px/1.6 system-ui, sans-serif; }
#live-report ul { margin: 0; padding-inline-start: 1.2rem; }
#live-report code { color: inherit; background: none; font-weight: 700; }
</style>
"""
NOTHING = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{0}</title><p>{0}</p>{1}</html>'
_MOST = 30


def banner(report: Report) -> str:
    """Return what the last build has complained about, as text that can't become markup; or nothing."""
    if not report.failure and not report.problems:
        return ""
    rows = [
        f"<li><code>{escape(problem.place)}</code> {escape(problem.message)}</li>"
        for problem in report.problems[:_MOST]
    ]
    more = len(report.problems) - _MOST
    if more > 0:
        rows.append(f"<li>还有 {more} 处，见终端</li>")
    title = f"有 {len(report.problems)} 处警告"
    if report.failure:
        title = f"构建没有完成，页面是旧的：{escape(report.failure)}（详情见终端）"
    return f'{STYLE}<div id="live-report" role="alert"><strong>{title}</strong><ul>{"".join(rows)}</ul></div>'


class LivePages(StaticFiles):
    """Serves the built site; pages never from the browser's cache, for their banners change."""

    def __init__(self, output: Path, report: Path) -> None:
        super().__init__(directory=output, html=True)
        self.report = report

    def is_not_modified(self, response_headers: Headers, request_headers: Headers) -> bool:
        """Say of no page that it is the same: its file is, its banner may not be."""
        is_page = response_headers.get("content-type", "").startswith("text/html")
        return not is_page and super().is_not_modified(response_headers, request_headers)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file; a page with banner and script."""
        addition = banner(read_report(self.report)) + SCRIPT
        try:
            response = await super().get_response(path, scope)
        except HTTPException as error:
            return HTMLResponse(NOTHING.format("没有这一页", addition), error.status_code)
        if not isinstance(response, FileResponse) or response.media_type != "text/html":
            return response
        before, body, after = Path(response.path).read_text(encoding="utf-8").rpartition("</body>")
        page = f"{before}{addition}{body}{after}"
        return HTMLResponse(page, response.status_code, headers={"Cache-Control": "no-store"})
