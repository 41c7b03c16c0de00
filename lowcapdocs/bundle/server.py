"""服务器设置: what the web server should send with the site, for those who look after it."""

from __future__ import annotations

POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'"
)
"""Content-Security-Policy (W3C CSP Level 3): the site loads its own files only, and runs no code that stands in a page."""

_NGINX = """\
# nginx：写进网站的 server 或 location 里
charset utf-8;
index index.html;
error_page 404 /404.html;
gzip on;
gzip_types text/css text/csv application/javascript application/json application/xml application/rss+xml application/atom+xml image/svg+xml;
add_header Content-Security-Policy "{policy}" always;
add_header X-Content-Type-Options "nosniff" always;
add_header Referrer-Policy "same-origin" always;
"""
_APACHE = """\
# Apache：写进网站的配置或 .htaccess 里（要有 mod_headers、mod_deflate）
AddDefaultCharset utf-8
DirectoryIndex index.html
ErrorDocument 404 /404.html
AddOutputFilterByType DEFLATE text/html text/css text/csv application/javascript application/json application/xml image/svg+xml
Header always set Content-Security-Policy "{policy}"
Header always set X-Content-Type-Options "nosniff"
Header always set Referrer-Policy "same-origin"
"""


def server_settings(base: str = "/") -> str:
    """The text of build/服务器设置.txt; `base` is the path that the site is served under."""
    intro = (
        "网站是一组静态文件，放到任何网页服务器的任何目录都能用。下面的设置不是必需的，加上更安全、更快。\n"
        "内容安全策略（Content-Security-Policy）只许网页用本站自己的文件；重新生成网站后不用改。\n"
    )
    text = "\n".join([intro, _NGINX, _APACHE]).replace("{policy}", POLICY)
    return text.replace(" /404.html", f" {base.rstrip('/')}/404.html")
