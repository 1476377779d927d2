"""Pages a second, processor time, memory: the layout server beside pdftoppm + Tesseract and OCRmyPDF, alternating, on the same files.

Prints Markdown. Without files: the scans and the digital papers of tests/corpus, each joined to one mixed file.
Needs poppler-utils and tesseract-ocr with vie, as the server does; OCRmyPDF only when it is there.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import resource
import shutil
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
VERSION = "api-version=2023-07-31"
TICK = os.sysconf("SC_CLK_TCK")
ONE_THREAD = {**os.environ, "OMP_THREAD_LIMIT": "1"}


def quiet(*command, **more):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)


def page_count(path):
    text = subprocess.run(["pdfinfo", path], check=True, capture_output=True).stdout.decode("utf-8", "replace")
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pages:"))


def is_scan(path):
    """A file is a scan when there is a picture on each of its pages."""
    text = subprocess.run(["pdfimages", "-list", path], check=True, capture_output=True).stdout.decode("utf-8", "replace")
    return len({line.split()[0] for line in text.splitlines()[2:] if line.strip()}) == page_count(path)


class Tree:
    """A process and all that descend from it."""

    def __init__(self, pid):
        self.pid = pid

    def members(self):
        parents = {}
        for name in os.listdir("/proc"):
            if not name.isdigit():
                continue
            try:
                fields = pathlib.Path("/proc", name, "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            parents.setdefault(int(fields[1]), []).append((int(name), fields))
        own = pathlib.Path("/proc", str(self.pid), "stat").read_text().rsplit(")", 1)[1].split()
        found, open_ = [(self.pid, own)], [self.pid]
        while open_:
            for pid, fields in parents.get(open_.pop(), []):
                found.append((pid, fields))
                open_.append(pid)
        return found

    def seconds(self):
        """Processor time of all, with that of descendants that ended."""
        return sum(sum(int(f) for f in fields[11:15]) for _, fields in self.members()) / TICK

    def memory(self, field):
        """Mebibytes by process id of the children that read pages; VmRSS now or VmHWM at most."""
        sizes = {}
        for pid, _ in self.members():
            try:
                command = pathlib.Path("/proc", str(pid), "cmdline").read_bytes().split(b"\0")
                status = pathlib.Path("/proc", str(pid), "status").read_text()
            except OSError:
                continue
            if b"child" in command and command[0] != b"prlimit":
                sizes[pid] = next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith(field + ":")), 0)
        return sizes


class Server:
    """The layout server with two workers."""

    def __init__(self, folder):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.url = f"http://127.0.0.1:{probe.getsockname()[1]}"
        program = sorted(ROOT.glob("infra/layout/bin/*/Release/net*/LearningSociety.Layout.dll"), key=lambda p: p.stat().st_mtime)[-1]
        self.process = subprocess.Popen(
            ["dotnet", program, "--urls", self.url, "--Layout:Limits:Workers=2", f"--Layout:WorkFolder={folder}", "--Layout:Limits:MostPages=5000"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.tree = Tree(self.process.pid)
        self.peak = 0
        for _ in range(200):
            try:
                urllib.request.urlopen(self.url + "/health").read()
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("The layout server did not start.")

    def read(self, path):
        """Wall and processor seconds for a file."""
        start, used = time.monotonic(), self.tree.seconds()
        request = urllib.request.Request(
            f"{self.url}/formrecognizer/documentModels/dossier:analyze?{VERSION}", data=path.read_bytes(), headers={"Content-Type": "application/pdf"})
        with urllib.request.urlopen(request) as answer:
            place = answer.headers["Operation-Location"]
        while True:
            with urllib.request.urlopen(place) as answer:
                state = json.load(answer)
            self.peak = max([self.peak, *self.tree.memory("VmHWM").values()])
            if state["status"] == "succeeded":
                return time.monotonic() - start, self.tree.seconds() - used
            if state["status"] == "failed":
                raise SystemExit(f"The layout server could not read {path}: {state['error']}")
            time.sleep(0.2)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def of_children(work):
    """Wall and processor seconds of what a function runs in child processes."""
    def used():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime
    start, before = time.monotonic(), used()
    work()
    return time.monotonic() - start, used() - before


def with_tesseract(path, folder):
    def page(number):
        picture = f"{folder}/page-{number}"
        quiet("pdftoppm", "-r", "200", "-gray", "-f", str(number), "-l", str(number), "-singlefile", path, picture)
        quiet("tesseract", picture + ".pgm", picture, "-l", "vie", env=ONE_THREAD)
    with concurrent.futures.ThreadPoolExecutor(2) as two:
        list(two.map(page, range(1, page_count(path) + 1)))


def with_ocrmypdf(path, folder):
    quiet("ocrmypdf", "--jobs", "2", "-l", "vie", "--force-ocr", path, f"{folder}/out.pdf")


def row(name, pages, runs, memory=""):
    wall, cpu = (statistics.median(r[i] for r in runs) for i in (0, 1))
    print(f"| {name} | {pages / wall:.2f} | {cpu / pages:.2f} | {memory} |", flush=True)
    return pages / wall


def compare(name, path, server, folder, rounds, others):
    pages, runs = page_count(path), {}
    server.read(path)
    for _ in range(rounds):
        runs.setdefault("layout server, 2 workers", []).append(server.read(path))
        for other, work in others:
            runs.setdefault(other, []).append(of_children(lambda: work(path, folder)))
    print(f"\n{name}: {pages} pages, median of {rounds} rounds\n\n| | pages/s | processor s/page | most memory of a child, MiB |\n| --- | --- | --- | --- |")
    speeds = [row(n, pages, r, f"{server.peak:.0f}" if i == 0 else "") for i, (n, r) in enumerate(runs.items())]
    for (other, _), speed in zip(others, speeds[1:]):
        print(f"\n{speeds[0] / speed:.2f} times {other}")


def growth(path, server, pages):
    """Whether anything grows while very many pages are read."""
    each, done = page_count(path), 0
    print("\n| pages read | memory of the server, MiB | of its children, MiB |\n| --- | --- | --- |")
    while done < pages:
        server.read(path)
        done += each
        own = next(int(line.split()[1]) / 1024 for line in pathlib.Path("/proc", str(server.process.pid), "status").read_text().splitlines() if line.startswith("VmRSS:"))
        print(f"| {done} | {own:.0f} | {', '.join(f'{m:.0f}' for m in server.tree.memory('VmRSS').values())} |", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("files", nargs="*", type=pathlib.Path)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--growth", type=int, default=0, metavar="PAGES", help="read so many pages more and say what memory does")
    given = options.parse_args()
    files = given.files or sorted((ROOT / "tests/corpus").glob("*/*.pdf"))
    scans, digital = [f for f in files if is_scan(f)], [f for f in files if not is_scan(f)]
    others = [("pdftoppm and Tesseract, two at a time", with_tesseract)]
    if shutil.which("ocrmypdf"):
        others.append(("OCRmyPDF --jobs 2 --force-ocr", with_ocrmypdf))
    else:
        print("OCRmyPDF is not installed: left out.")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    with tempfile.TemporaryDirectory() as folder:
        server = Server(folder + "/work")
        try:
            for name, group, beside in (("Scans", scans, others), ("Digital pages", digital, [])):
                if not group:
                    continue
                joined = pathlib.Path(folder, name.split()[0] + ".pdf")
                quiet("pdfunite", *group, joined)
                compare(name, joined, server, folder, given.rounds, beside)
                if given.growth:
                    growth(joined, server, given.growth)
        finally:
            server.stop()


if __name__ == "__main__":
    main()
