using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PoolingGen.Generators.Tests.Fuzzing;

/// <summary>Changes sources as people do while they type, and as no one would.</summary>
internal sealed class Mutator(Random random)
{
    /// <summary>The source after one to three changes.</summary>
    public string Mutate(string source)
    {
        for (int count = random.Next(1, 4); count > 0; count--)
        {
            source = MutateOnce(source);
        }

        return source;
    }

    private string MutateOnce(string source) => random.Next(16) switch
    {
        0 => Edit(source, Tokens(source), static (SyntaxToken _) => ""),
        1 => Edit(source, Tokens(source), token => $"{token} {token}"),
        2 => Edit(source, Tokens(source), token => $"{token} {Pick(Fragments.Tokens)}"),
        3 => Edit(source, Tokens(source), (SyntaxToken _) => Pick([.. Tokens(Pick(Seeds.All)).Select(static token => token.Text)])),
        4 => Swap(source, Tokens(source)),
        5 => Truncate(source),
        6 => Edit(source, Nodes<MemberDeclarationSyntax>(source), static _ => ""),
        7 => Edit(source, Nodes<MemberDeclarationSyntax>(source), member => $"{member} {member}"),
        8 => Swap(source, Nodes<MemberDeclarationSyntax>(source)),
        9 => Rename(source),
        10 => Edit(source, Nodes<TypeSyntax>(source), _ => Pick(Fragments.Types)),
        11 => Edit(source, Nodes<AttributeArgumentSyntax>(source), argument => $"{argument}, {Pick(Fragments.Properties)} = {Pick(Fragments.Values)}"),
        12 => Edit(source, Nodes<AttributeArgumentSyntax>(source), argument => $"{argument}, {Pick(Fragments.Properties)} = {Pick(Fragments.Constants)}"),
        13 => Edit(source, Nodes<ExpressionSyntax>(source).RemoveAll(static node => node is TypeSyntax), _ => Pick(Fragments.Constants)),
        14 => Edit<SyntaxNode>(source, [.. Nodes<ParameterSyntax>(source), .. Nodes<AttributeArgumentSyntax>(source)], static _ => ""),
        _ => Surround(source),
    };

    private string Surround(string source)
    {
        (string before, string after) = Pick(Fragments.Surroundings);
        return before + source + after;
    }

    /// <summary>Half a source, or one with a hole.</summary>
    private string Truncate(string source)
    {
        int begin = random.Next(source.Length + 1);
        int length = random.Next(2) == 0 ? source.Length - begin : Math.Min(random.Next(60), source.Length - begin);
        return source.Remove(begin, length);
    }

    /// <summary>Gives all that has one name another one.</summary>
    private string Rename(string source)
    {
        ImmutableArray<SyntaxToken> names = Tokens(source).RemoveAll(static token => !token.IsKind(SyntaxKind.IdentifierToken));
        if (names.IsEmpty)
        {
            return source;
        }

        string from = Pick(names).Text;
        string to = Pick(Fragments.Names);
        TextChange[] changes = [.. names.Where(name => name.Text == from).Select(name => new TextChange(name.Span, to))];
        return SourceText.From(source).WithChanges(changes).ToString();
    }

    private string Edit<T>(string source, ImmutableArray<T> places, Func<T, string> edit)
    {
        if (places.IsEmpty)
        {
            return Surround(source);
        }

        T place = Pick(places);
        TextSpan span = SpanOf(place);
        return source.Remove(span.Start, span.Length).Insert(span.Start, edit(place));
    }

    private string Swap<T>(string source, ImmutableArray<T> places)
    {
        if (places.IsEmpty)
        {
            return Surround(source);
        }

        TextSpan one = SpanOf(Pick(places));
        TextSpan two = SpanOf(Pick(places));
        if (one.OverlapsWith(two))
        {
            return source;
        }

        SourceText text = SourceText.From(source);
        return text.WithChanges([new TextChange(one, text.ToString(two)), new TextChange(two, text.ToString(one))]).ToString();
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private static TextSpan SpanOf<T>(T place) => place switch
    {
        SyntaxToken token => token.Span,
        SyntaxNode node => node.Span,
        _ => throw new ArgumentException("Neither a token nor a node.", nameof(place)),
    };

    private static ImmutableArray<SyntaxToken> Tokens(string source) =>
        [.. SyntaxFactory.ParseTokens(source).Where(static token => !token.IsKind(SyntaxKind.EndOfFileToken))];

    private static ImmutableArray<T> Nodes<T>(string source)
        where T : SyntaxNode => [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<T>()];
}
