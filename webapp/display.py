"""How a reader wants pages to look; kept in a cookie of one year, shown as classes of the page's root."""

from __future__ import annotations

from dataclasses import dataclass

COOKIE = "zn_display"
YEAR = 365 * 24 * 3600
SIZES = {"": "标准", "t-l": "大字", "t-xl": "特大"}
"""Class of the root, and name of the type size."""

BUTTONS = {
    "size:": "mode-size",
    "size:t-l": "mode-large",
    "size:t-xl": "mode-largest",
    "contrast": "mode-contrast",
    "elder": "mode-elder",
}
"""Wish of each button of the display bar, and its id on the page."""


@dataclass(frozen=True, slots=True)
class Display:
    """A reader's choices.

    Attributes:
        size: a key of `SIZES`.
        contrast: 高对比度.
        elder: 长辈版, which is 特大 in a single column with a reduced home page.
        spoken: marks of facts are read aloud.
    """

    size: str = ""
    contrast: bool = False
    elder: bool = False
    spoken: bool = False

    @classmethod
    def parse(cls, text: str) -> Display:
        """The choices that `str` wrote; whatever else the text holds is left out."""
        words = text.split(".")
        size = next((word for word in words if word and word in SIZES), "")
        return cls(size, "hc" in words, "elder" in words, "spoken" in words)

    def __str__(self) -> str:
        flags = {"hc": self.contrast, "elder": self.elder, "spoken": self.spoken}
        return ".".join(filter(None, [self.size, *(name for name, on in flags.items() if on)]))

    @property
    def classes(self) -> str:
        """The classes of the page's root."""
        flags = {"hc": self.contrast, "elder": self.elder}
        size = "t-xl" if self.elder else self.size
        return " ".join(filter(None, [size, *(name for name, on in flags.items() if on)]))

    def changed(self, wish: str) -> Display:
        """The choices after a press of one button of the display bar.

        Args:
            wish: `size:`, `size:t-l`, `size:t-xl`, `contrast`, `elder` (the last two switch over) or `standard`.
        """
        name, _, value = wish.partition(":")
        if name == "size" and value in SIZES:
            return Display(value, self.contrast, elder=False, spoken=self.spoken)
        if name == "contrast":
            return Display(self.size, not self.contrast, self.elder, self.spoken)
        if name == "elder":
            return Display(self.size, self.contrast, not self.elder, self.spoken)
        if name == "standard":
            return Display(spoken=self.spoken)
        return self
