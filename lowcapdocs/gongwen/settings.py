"""What a workspace chooses: its page and its typefaces. Everything else the standard decides."""

from __future__ import annotations

from dataclasses import dataclass, field

from lowcapdocs.gongwen.standard import PROFILES, Faces, Page


@dataclass(frozen=True, slots=True)
class Settings:
    """`profile` is a key of `PROFILES`: A by GB/T 9704, B by GB/T 33476.2."""

    profile: str = "A"
    faces: Faces = field(default_factory=Faces)

    @property
    def page(self) -> Page:
        """The sheet and its margins."""
        return PROFILES[self.profile]
