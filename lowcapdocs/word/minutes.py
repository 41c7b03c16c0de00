"""What only 纪要 has (10.3): the lists of those present, absent and observing."""

from __future__ import annotations

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Attendance
from lowcapdocs.gongwen.wording import labelled
from lowcapdocs.word.ooxml import blank_lines, paragraph, run
from lowcapdocs.word.styles import CHAR


def attendance(lists: tuple[Attendance, ...]) -> str:
    """出席：… a blank line under the text, wrapped lines under the first name."""
    if not lists:
        return ""
    parts = [blank_lines(s.ATTENDANCE_BLANK_LINES)]
    for each in lists:
        hang = (len(each.label) + 1) * CHAR
        left = s.INDENT_CHARS * CHAR + hang
        content = run(labelled(each.label), "GwRunIn1") + run(each.names)
        parts.append(paragraph("GwAttachmentNote", content, f'<w:ind w:left="{left}" w:hanging="{hang}"/>'))
    return "".join(parts)
