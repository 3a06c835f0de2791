using PoolingGen.Generators.Lowering;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>What nothing reads goes, and nothing else does.</summary>
public sealed class DeadCodeTests
{
    private static readonly VariableIndex s_scalar = new("scalar");
    private static readonly VariableIndex s_counter = new("i");
    private static readonly Register s_value = new("value");

    private static readonly LetIndex s_let = new(s_scalar, new VariableIndex("width"));
    private static readonly Define s_define = new(s_value, new Identity());
    private static readonly Store s_store = new(Place.Output, 0, s_value, null);

    private static readonly Dictionary<string, Statement> s_readers = new()
    {
        ["scalar"] = new Store(Place.Output, new BinaryIndex(IndexOperator.Add, s_scalar, 1), s_value, null),
        ["begin of a loop"] = new For(s_counter, s_scalar, 8, 1, [s_store]),
        ["end of a loop"] = new For(s_counter, 0, s_scalar, 1, [s_store]),
        ["step of a loop"] = new For(s_counter, 0, 8, s_scalar, [s_store]),
        ["condition"] = new If(s_scalar < 8, [s_store], []),
        ["extent of a store"] = new StoreEdge(Place.Output, 0, s_scalar, 1, [s_value], []),
        ["pitch of a store"] = new StoreEdge(Place.Output, 0, 1, s_scalar, [s_value], []),
        ["store apart"] = new Apart("Careful", "", [new Store(Place.Output, s_scalar, s_value, null)]),
        ["halved store"] = new Halved([new Store(Place.Output, s_scalar, s_value, null)]),
        ["offset of indices"] = new StoreIndices(Place.Indices, 0, null, s_value, s_scalar),
    };

    public static TheoryData<string> Readers() => [.. s_readers.Keys];

    [Theory]
    [MemberData(nameof(Readers))]
    public void What_is_read_stays(string reader) =>
        Assert.Equal(3, DeadCode.Remove([s_let, s_define, s_readers[reader]]).Count);

    [Fact]
    public void What_nothing_reads_goes() => Assert.Equal([s_define, s_store], DeadCode.Remove([s_let, s_define, s_store]));

    [Fact]
    public void What_only_dead_code_reads_goes() =>
        Assert.Equal([s_define, s_store], DeadCode.Remove([s_let, new LetIndex(new VariableIndex("twice"), s_scalar + s_scalar), s_define, s_store]));

    [Fact]
    public void What_is_read_only_to_be_assigned_to_itself_goes()
    {
        Register sum = new("sum");

        Assert.Equal([s_define, s_store], DeadCode.Remove([new Declare(sum, new Identity()), s_define, new Assign(sum, new Add(sum, s_value)), s_store]));
    }

    [Fact]
    public void What_halved_statements_take_of_a_register_keeps_it()
    {
        Register half = new("half");
        Halved halved = new([new Define(half, new UpperHalf(s_value)), new Store(Place.Output, 0, half, null)]);

        Assert.Equal([s_define, halved], DeadCode.Remove([s_define, halved]));
    }

    [Fact]
    public void A_remark_about_dead_code_goes_with_it() =>
        Assert.Equal([new Remark("Kept."), s_define, s_store], DeadCode.Remove([new Remark("Gone."), s_let, new Remark("Kept."), s_define, s_store]));
}
