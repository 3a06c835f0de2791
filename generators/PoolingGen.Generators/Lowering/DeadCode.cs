namespace PoolingGen.Generators.Lowering;

/// <summary>Removes what nothing reads: lowering names what it may need, and constants make some of it needless.</summary>
internal static class DeadCode
{
    public static IReadOnlyList<Statement> Remove(IReadOnlyList<Statement> statements)
    {
        while (true)
        {
            UsedNames used = new();
            used.Add(statements);
            IReadOnlyList<Statement> left = Keep(statements, used);
            if (Count(left) == Count(statements))
            {
                return statements;
            }

            statements = left;
        }
    }

    private static IReadOnlyList<Statement> Keep(IReadOnlyList<Statement> statements, UsedNames used)
    {
        List<Statement> kept = [];
        foreach (Statement statement in statements)
        {
            if (Keep(statement, used) is { } left)
            {
                kept.Add(left);
            }
        }

        // A remark is about what follows it.
        return [.. kept.Where((statement, number) => statement is not Remark || (number + 1 < kept.Count && kept[number + 1] is not Remark))];
    }

    private static Statement? Keep(Statement statement, UsedNames used) => statement switch
    {
        LetIndex let => used.Contains(let.Target.Name) ? let : null,
        LetCondition let => used.Contains(let.Target.Name) ? let : null,
        LetPlace let => used.Contains(let.Target.Name) ? let : null,
        Define define => used.Contains(define.Target.Name) ? define : null,
        Declare declare => used.Contains(declare.Target.Name) ? declare : null,
        Assign assign => used.Contains(assign.Target.Name) ? assign : null,
        Scope scope => Keep(scope.Body, used) is { Count: > 0 } body ? new Scope(body) : null,
        Apart apart => Keep(apart.Body, used) is { Count: > 0 } body ? apart with { Body = body } : null,
        Halved halved => Keep(halved.Body, used) is { Count: > 0 } body ? new Halved(body) : null,
        For loop => Keep(loop.Body, used) is { Count: > 0 } body ? loop with { Body = body } : null,
        If branch => Keep(branch, used),
        _ => statement,
    };

    private static If? Keep(If branch, UsedNames used)
    {
        IReadOnlyList<Statement> then = Keep(branch.Then, used);
        IReadOnlyList<Statement> otherwise = Keep(branch.Else, used);
        return then.Count + otherwise.Count > 0 ? branch with { Then = then, Else = otherwise } : null;
    }

    private static int Count(IReadOnlyList<Statement> statements) => statements.Sum(static statement => statement switch
    {
        Scope scope => 1 + Count(scope.Body),
        Apart apart => 1 + Count(apart.Body),
        Halved halved => 1 + Count(halved.Body),
        For loop => 1 + Count(loop.Body),
        If branch => 1 + Count(branch.Then) + Count(branch.Else),
        _ => 1,
    });
}
