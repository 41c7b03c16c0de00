"""What Jinja and Python say of a template in English, in the words of an office."""

from __future__ import annotations

import re
from typing import NamedTuple


class Said(NamedTuple):
    """What is wrong (no full stop), and what to do about it."""

    why: str
    remedy: str


_PAIRS = "请检查 {% … %}、{{ … }} 和括号是否成对。"
_NAMES = "请检查名称有没有写错，或数据里有没有这一项。"
_LISTED = "模板只能用 docs/templates.md 里列出的名称。"
_CALL = "请按 docs/templates.md 里的写法，把括号里的内容写齐，不多写。"
_ORDINARY = "请对照 docs/templates.md 检查这一行的写法。"
_BLOCKS = "请检查 {% if %}、{% for %} 有没有对应的 {% endif %}、{% endfor %}。"

_SYNTAX: tuple[tuple[str, str, str], ...] = (
    (r"unexpected end of template, expected '(.+?)'", "模板到头了，还缺“{0}”", _PAIRS),
    (r"Unexpected end of template.*innermost block that needs to be closed is '(.+?)'",
     "模板到头了，“{0}”还没有结束", "请补上 {% end{0} %}。"),
    (r"Unexpected end of template", "模板到头了，有一处还没有结束", _BLOCKS),
    (r"Encountered unknown tag '(.+?)'.*innermost block that needs to be closed is '(.+?)'",
     "这里不该是“{0}”，前面的“{1}”还没有结束", "请补上 {% end{1} %}，或检查“{0}”有没有写错。"),
    (r"Encountered unknown tag '(.+?)'", "没有“{0}”这种语句",
     "请检查有没有写错；endif、endfor 前面要有对应的 if、for。"),
    (r"expected token '(.+?)', got '(.+)'", "这里应当是“{0}”，写的是“{1}”", _PAIRS),
    (r"unexpected '(.+)', expected '(.+)'", "这里不该是“{0}”，应当是“{1}”", _PAIRS),
    (r"unexpected char ['\"](.+)['\"] at \d+", "不认识字符“{0}”",
     "代码里的引号、逗号、括号要用英文（半角）的。"),
    (r"unexpected '(.+)'", "这里不该是“{0}”", _PAIRS),
    (r"Expected an expression, got '(.+)'", "这里应当写名称或算式，写的是“{0}”", _PAIRS),
    (r"Missing end of comment tag", "注释 {# 没有结束", "请补上 #}。"),
    (r"Missing end of raw directive", "{% raw %} 没有结束", "请补上 {% endraw %}。"),
    (r"tag name expected", "{% 后面没有写是哪种语句", "请写 if、for、set 等，或删去这对括号。"),
    (r"can't assign to", "这里不能赋值", "set 和 for 后面要写一个新的名称。"),
    (r"Can't assign to special loop variable", "for 后面的名称不能叫 loop", "请换一个名称。"),
    (r"block '(.+?)' defined twice", "“{0}”这个 block 写了两次", "请改其中一个的名称。"),
    (r"Block names in Jinja", "block 的名称里不能有短横线", "请改用下划线。"),
    (r"(?:Invalid character in identifier|expected name or number|expected subscript expression)",
     "名称写法不对", "名称用字母、数字和下划线，中间没有空格。"),
    (r"invalid syntax for function call", "括号里的写法不对", _CALL),
    (r"non-default argument follows", "macro 里有默认值的项要写在后面", _ORDINARY),
    (r"chain multiple tests", "一处只能写一个 is", "请用 and 连接两个条件。"),
    (r"cannot use extend from", "extends 不能写在 if、for 里面", "请把 extends 写在模板第一行。"),
    (r"escape|codec can't decode", "引号里的反斜杠“\\”写法不对", "请去掉反斜杠，或写成两个。"),
)  # fmt: skip
_VALUES: tuple[tuple[str, str, str], ...] = (
    (
        r"^不能打印 \w+ 类型的内容$",
        "这里不是文字也不是数，不能直接打印",
        "一组内容用 {% for %} 逐个写，一条记录写明要它的哪一项；可能空着的先用 {% if %} 判断。",
    ),
    (r"has no (?:attribute|element) '?(.+?)'?$", "没有“{0}”这一项", _NAMES),
    (r"parameter '(.+)' was not provided", "macro 的“{0}”没有填", _CALL),
    (r"does not export the requested name '(.+)'", "被引用的模板里没有“{0}”", _NAMES),
    (r"name '(.+)' is not defined", "没有“{0}”", _NAMES),
    (r"'(.+)' is undefined", "没有“{0}”", _NAMES),
    (r"access to attribute '(.+?)' of", "不能用“{0}”", _LISTED),
    (r"is not safely callable", "这里调用了不能用的功能", _LISTED),
    (r"Range too big", "循环的次数太多", "请把 range 里的数改小。"),
    (r"(?:\w+\.)*(\w+)\(\) missing \d+ required (?:positional |keyword-only )?arguments?: (.+)$",
     "“{0}(…)”的括号里少写了：{1}", _CALL),
    (r"(\w+)\(\) (?:takes|expected|got) .*?(?:positional )?arguments?.* (?:given|got)",
     "“{0}(…)”的括号里多写了", _CALL),
    (r"(\w+)\(\) got (?:an unexpected keyword|some positional-only arguments passed as keyword) ?(?:argument)?s?:? '(.+?)'",
     "“{0}(…)”的括号里没有叫“{1}”的", _CALL),
    (r"(\w+)\(\) got multiple values for argument '(.+)'", "“{0}(…)”的括号里“{1}”写了两次", _CALL),
    (r"macro '(.+?)' takes no keyword argument '(.+)'", "“{0}(…)”的括号里没有叫“{1}”的", _CALL),
    (r"macro '(.+?)' takes not more than (\d+)", "“{0}(…)”的括号里多写了，最多{1}项", _CALL),
    (r"(\w+)\(\) (?:missing|takes|expected|got)", "“{0}(…)”的括号里写得不对", _CALL),
    (r"(?:No|no) (?:filter|test) named", "用了没有的过滤器或条件", _ORDINARY),
    (r"object is not callable", "后面带了括号，它却不是可以这样用的", "请去掉括号，或检查名称有没有写错。"),
    (r"is not iterable", "for 后面的不是一组，不能逐个列出", _NAMES),
    (r"not enough values to unpack|too many values to unpack|cannot unpack", "for 或 set 里名称的个数对不上", _ORDINARY),
    (r"unsupported operand|not supported between|bad operand|can only concatenate|can't multiply",
     "这两样不能放在一起计算或比较", "只有数和数能计算；文字连接请用 ~。"),
    (r"has no len\(\)", "它不是一组，不能数个数", _NAMES),
    (r"No (?:first|last|random|aggregated) item", "这一组是空的，取不出一项", "请先用 {% if %} 判断有没有内容。"),
    (r"nested blocks|too many nested|nested parentheses", "一层套一层，套得太深", "请减少 for、if 和括号的层数。"),
    (r"not subscriptable", "它后面不能带方括号", _NAMES),
    (r"without the 'recursive'|non recursive loop|'recursive' marker", "loop(…) 要在 {% for … recursive %} 里用", _ORDINARY),
    (r"extended multiple times", "一个模板里写了两次 extends", "请只留一个。"),
)  # fmt: skip
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_ENGLISH = re.compile(r"[A-Za-z]+ [A-Za-z]+ [A-Za-z]+")
_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "begin of comment": "{#",
    "end of comment": "#}",
    "end of template": "模板结尾",
    "template data / text": "正文",
    "name": "名称",
    "string": "引号里的文字",
    "integer": "数",
    "float": "数",
}


def of_syntax(text: str) -> Said:
    """What Jinja says of a template that it cannot read."""
    return _told(text, _SYNTAX, _PAIRS)


def of_value(problem: Exception) -> Said:
    """What is said of a template that cannot be filled."""
    match problem:
        case RecursionError():
            return Said(
                "模板绕成了圈，自己引用了自己", "请检查 include、import、extends 和 macro，去掉引用自己的一处。"
            )
        case OverflowError():
            return Said("循环的次数太多，或数太大", "请把 range 里的数改小。")
        case ArithmeticError():
            return Said("除数是0，算不出来", "请先用 {% if %} 判断除数不是0。")
        case KeyError():
            return Said(f"没有“{problem.args[0] if problem.args else ''}”这一项", _NAMES)
    return _told(str(problem), _VALUES, _NAMES)


def unknown(kind: str, name: str, there: list[str]) -> Said:
    """A filter or test that does not exist; `there` are those that do."""
    return Said(f"没有叫“{name}”的{kind}", f"可用的有：{'、'.join(there)}。")


def _told(text: str, table: tuple[tuple[str, str, str], ...], otherwise: str) -> Said:
    for pattern, why, remedy in table:
        if found := re.search(pattern, text, re.DOTALL):
            words = [_word(each) for each in found.groups()]
            return Said(_filled(why, words), _filled(remedy, words))
    if _CHINESE.search(text) and not _ENGLISH.search(text):  # our own words
        return Said(text.rstrip("。"), otherwise)
    return Said(f"模板引擎报“{text.rstrip('.')}”" if text else "模板引擎没有说明原因", otherwise)


def _word(text: str) -> str:
    """What the official wrote, or a Chinese word for what Jinja calls it."""
    text = text.removeprefix("do_")  # how Jinja calls its filters inside
    return _TOKENS.get(text, re.sub(r",? and |, ", "、", text.replace("'", "")) if "'" in text else text)


def _filled(text: str, words: list[str]) -> str:
    """`text` with {0}, {1} … replaced; other braces are Jinja's."""
    return re.sub(r"\{(\d)\}", lambda place: words[int(place[1])], text)
