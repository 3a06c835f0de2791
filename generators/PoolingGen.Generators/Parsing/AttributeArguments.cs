using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PoolingGen.Generators.Parsing;

/// <summary>The arguments of one <c>[PoolingKernel]</c>, each with the place where it is written.</summary>
internal sealed class AttributeArguments
{
    private readonly AttributeSyntax _syntax;
    private readonly Dictionary<string, TypedConstant> _named = [];

    public AttributeArguments(AttributeData attribute, AttributeSyntax syntax)
    {
        _syntax = syntax;
        Mode = attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Enum, Value: int mode } ? (PoolingMode)mode : null;
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            _named[argument.Key] = argument.Value;
        }

        HasErrors = Mode is null || _named.Values.Any(IsError);
    }

    /// <summary>Whether the compiler itself cannot make sense of the arguments, and so says what is wrong.</summary>
    public bool HasErrors { get; }

    /// <summary>The mode, or <see langword="null"/> if it is in error.</summary>
    public PoolingMode? Mode { get; }

    /// <summary>Where the attribute is.</summary>
    public Location Location => _syntax.GetLocation();

    /// <summary>Where the mode is.</summary>
    public Location ModeLocation => Find(static argument => argument.NameEquals is null);

    /// <summary>Whether the argument is given; an array that is <see langword="null"/> is not.</summary>
    public bool IsSet(string name) => _named.TryGetValue(name, out TypedConstant value) && !value.IsNull;

    /// <summary>A number or the number behind an enum value, or <see langword="null"/> if it is not set.</summary>
    public int? Integer(string name) => _named.TryGetValue(name, out TypedConstant value) && value.Kind != TypedConstantKind.Array
        ? value.Value as int?
        : null;

    /// <summary>A floating-point number, or <see langword="null"/> if it is not set.</summary>
    public double? Number(string name) => _named.TryGetValue(name, out TypedConstant value) && value.Kind != TypedConstantKind.Array
        ? value.Value as double?
        : null;

    /// <summary>The value of an enum property; its first one if it is not set.</summary>
    public T Option<T>(string name)
        where T : struct, Enum => (T)(object)(Integer(name) ?? 0);

    /// <summary>A flag, false if it is not set.</summary>
    public bool Flag(string name) => _named.TryGetValue(name, out TypedConstant value) && value.Value is true;

    /// <summary>The values of an array, or <see langword="null"/> if it is not set.</summary>
    public ImmutableArray<int>? Integers(string name) =>
        _named.TryGetValue(name, out TypedConstant value) && value is { Kind: TypedConstantKind.Array, IsNull: false }
            ? value.Values.Select(static element => element.Value as int? ?? 0).ToImmutableArray()
            : null;

    /// <summary>Where the argument of this name is.</summary>
    public Location LocationOf(string name) => Find(argument => argument.NameEquals?.Name.Identifier.ValueText == name);

    private static bool IsError(TypedConstant value) => value.Kind == TypedConstantKind.Error
        || (value is { Kind: TypedConstantKind.Array, IsNull: false } && value.Values.Any(static element => element.Kind == TypedConstantKind.Error));

    private Location Find(Func<AttributeArgumentSyntax, bool> predicate) =>
        (_syntax.ArgumentList?.Arguments.FirstOrDefault(predicate) ?? (SyntaxNode)_syntax).GetLocation();
}
