from newsdesk.rendering.memory import ROUNDS_KEPT, Memory


def kept(memory: Memory[str, int], names: str) -> list[str]:
    return [name for name in names if memory.recall(name) is not None]


def after_rounds(memory: Memory[str, int], rounds: int) -> Memory[str, int]:
    for _ in range(rounds):
        memory.end_round()
    return memory


def test_a_value_is_recalled_by_its_key() -> None:
    memory = Memory[str, int](capacity=2, room=100)
    memory.keep("a", 1, 10)
    assert (memory.recall("a"), memory.recall("b")) == (1, None)


def test_the_longest_unused_goes_first() -> None:
    memory = Memory[str, int](capacity=2, room=100)
    for name in "abc":
        memory.keep(name, 1, 10)
    memory.recall("a")
    after_rounds(memory, ROUNDS_KEPT + 1)
    assert kept(memory, "abc") == ["a", "c"]


def test_large_values_make_room_for_each_other() -> None:
    memory = Memory[str, int](capacity=100, room=25)
    for name in "abc":
        memory.keep(name, 1, 10)
    after_rounds(memory, ROUNDS_KEPT + 1)
    assert kept(memory, "abc") == ["b", "c"]


def test_what_the_last_rounds_used_is_kept_beyond_the_room_there_is() -> None:
    memory = Memory[str, int](capacity=1, room=1)
    for name in "abc":
        memory.keep(name, 1, 10)
    after_rounds(memory, ROUNDS_KEPT)
    assert len(memory) == 3
    memory.recall("b")
    after_rounds(memory, 1)
    assert kept(memory, "abc") == ["b"]
