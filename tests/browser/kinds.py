"""One page of every kind that the sample site has, by what it is."""

from __future__ import annotations

KINDS = {
    "首页": "index.html",
    "公开目录": "catalogue.html",
    "公开指南": "guide.html",
    "开放数据": "data.html",
    "网站地图": "map.html",
    "搜索": "search.html",
    "专项行动": "haishu-2020/index.html",
    "文件列表": "haishu-2020/documents/index.html",
    "方案": "haishu-2020/documents/plan.html",
    "通知": "haishu-2020/documents/plan-notice.html",
    "通报": "haishu-2020/documents/bulletin/2020-09.html",
    "任务分解": "haishu-2020/quotas.html",
    "镇街列表": "haishu-2020/towns/index.html",
    "镇街": "haishu-2020/towns/jishigang.html",
    "没有任务的镇街": "haishu-2020/towns/gulou.html",
    "部门列表": "haishu-2020/departments/index.html",
    "部门": "haishu-2020/departments/jxj.html",
    "任务列表": "haishu-2020/tasks/index.html",
    "任务": "haishu-2020/tasks/safety-1.html",
    "进展": "haishu-2020/progress/index.html",
    "指标进展": "haishu-2020/progress/measure-improve.html",
    "期次进展": "haishu-2020/progress/period-2020-09.html",
    "公示公告": "haishu-2020/notices.html",
    "企业名单": "haishu-2020/firms.html",
    "下载": "haishu-2020/downloads.html",
    "指标说明": "haishu-2020/figures.html",
}

PRINTED = ("首页", "方案", "通报", "任务分解", "镇街", "进展", "企业名单", "指标说明")
"""Those that someone prints."""
