using System.Globalization;
using PoolingGen.Generators.Lowering;

namespace PoolingGen.Generators.Printing;

/// <summary>Prints scalars and conditions, with no more parentheses than C# needs.</summary>
internal static class IndexPrinter
{
    private const int Additive = 1;
    private const int Multiplicative = 2;
    private const int Primary = 3;

    public static string Print(Index index) => Print(index, 0);

    /// <summary>A scalar to the right of a product or quotient.</summary>
    public static string PrintFactor(Index index) => Print(index, Primary);

    /// <summary>A scalar that stands alone to the right of an equals sign.</summary>
    public static string PrintAlone(Index index) => index is SelectIndex select
        ? $"{Print(select.Condition)} ? {Print(select.IfTrue)} : {Print(select.IfFalse)}"
        : Print(index);

    public static string Print(Condition condition) => condition switch
    {
        Comparison { Relation: var relation } comparison => $"{Print(comparison.Left)} {Symbol(relation)} {Print(comparison.Right)}",
        AndCondition and => $"{Print(and.Left)} && {Print(and.Right)}",
        OrCondition or => $"{PrintOperand(or.Left)} || {PrintOperand(or.Right)}",
        AnyNaN any => $"Lanes.AnyNaN({any.Value.Name})",
        NotCondition not => $"!{not.Operand.Name}",
        Flag flag => flag.Name,
        ConstantCondition constant => constant.Value ? "true" : "false",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    /// <summary>A condition beside an "or".</summary>
    private static string PrintOperand(Condition condition) => condition is AndCondition ? $"({Print(condition)})" : Print(condition);

    private static string Print(Index index, int context) => index switch
    {
        ConstantIndex constant => constant.Value.ToString(CultureInfo.InvariantCulture),
        VariableIndex variable => variable.Name,
        SelectIndex select => $"({Print(select.Condition)} ? {Print(select.IfTrue)} : {Print(select.IfFalse)})",
        BinaryIndex binary => PrintBinary(binary, context),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    private static string PrintBinary(BinaryIndex binary, int context)
    {
        switch (binary.Operator)
        {
            case IndexOperator.Min or IndexOperator.Max:
                return $"nint.{binary.Operator}({Print(binary.Left)}, {Print(binary.Right)})";
            case IndexOperator.Multiply or IndexOperator.Divide:
                string product = $"{Print(binary.Left, Multiplicative)} {(binary.Operator == IndexOperator.Multiply ? "*" : "/")} {Print(binary.Right, Primary)}";
                return context > Multiplicative ? $"({product})" : product;
            default:
                string sum = $"{Print(binary.Left, Additive)} {(binary.Operator == IndexOperator.Add ? "+" : "-")} {Print(binary.Right, Multiplicative)}";
                return context > Additive ? $"({sum})" : sum;
        }
    }

    private static string Symbol(IndexRelation relation) => relation switch
    {
        IndexRelation.Less => "<",
        IndexRelation.LessOrEqual => "<=",
        IndexRelation.Greater => ">",
        IndexRelation.Equal => "==",
        _ => ">=",
    };
}
