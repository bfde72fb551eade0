"""The samples that the page offers: a folder of articles in, the request that loads it, as one JSON file, out.

The files in `static` are made from the folders of `samples`, so that an installed package has them too; make them anew with
`python -m summarizer.web.page_samples samples`. A test fails where the two differ.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from summarizer.files import gather
from summarizer.render.json_bytes import dumped

STATIC = Path(__file__).parent / "static"
_LARGEST = 1_000_000  # bytes in one file of a sample


@dataclass(frozen=True, slots=True)
class Sample:
    """A folder of `samples` and what its articles are about."""

    name: str
    about: str


SAMPLES = (
    Sample("troops", "North Korean troops in Russia: five reports, one of them a near copy"),
    Sample("quake", "An earthquake: a death toll that moves on, and a conflict"),
    Sample("flood", "A flood: when the water came, and how many were brought out"),
    Sample("court", "A verdict: counts, an age and a date that differ"),
    Sample("merger", "A takeover: one year with its digits swapped, and a near copy"),
)


def request_of(folder: Path) -> bytes:
    """The request that merges the folder's articles; its id is the folder's name."""
    gathered = gather([str(folder)], bytes, largest=_LARGEST)
    return dumped({"id": folder.name, **gathered.payload()}) + b"\n"


def file_of(name: str) -> Path:
    """Where the request of a sample is kept."""
    return STATIC / f"sample-{name}.json"


def main(folder: str) -> None:
    """Makes the files of all samples anew."""
    for sample in SAMPLES:
        file_of(sample.name).write_bytes(request_of(Path(folder) / sample.name))


if __name__ == "__main__":
    main(sys.argv[1])
