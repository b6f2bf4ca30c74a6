"""What the measurement of latency compares; how soon anything answers, no test asks."""

from pathlib import Path

from benchmarks.latency import Answer, Disk, Timed, bare, compared, percentile_95


def timed(*seconds: float) -> Timed:
    found = Timed()
    for each in seconds:
        found.add(Answer(each, b"\x1b[?2026h painted \x1b[?2026l"))
    return found


def test_an_answer_is_compared_with_the_floors() -> None:
    line = compared("moving", timed(0.003, 0.003, 0.003), timed(0.002, 0.002, 0.002), None)
    assert line.startswith("moving: median 3.0 ms, floor 2.0: 1.50 (≤ 1.5) · p95 3.0 ms, floor 2.0: 1.50 (≤ 2.0)")
    assert line.endswith("1 paints")


def test_what_the_disk_takes_is_taken_off_before_the_ratio() -> None:
    line = compared("accepting", timed(0.008), timed(0.002), [0.005])
    assert "median 8.0 ms, floor 2.0 + fsync 5.0: 1.50" in line


def test_one_in_twenty_exceeds_the_95th_percentile() -> None:
    assert percentile_95([float(number) for number in range(101)]) == 95.0
    assert percentile_95([7.0]) == 7.0


def test_the_floor_answers_each_key_in_a_terminal_of_its_own(tmp_path: Path) -> None:
    with bare(tmp_path) as floor:
        assert b"1" in floor.press("j").written
        assert floor.memory > 1
        assert floor.started > 0
    assert Disk(tmp_path).sync() > 0
