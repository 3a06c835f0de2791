using PoolingGen.Generators.Lowering;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>
/// Executes a program lane by lane, with every access checked: it proves a lowering right without printing, compiling or
/// running it, for every vector width on every machine.
/// </summary>
internal sealed class ProgramInterpreter
{
    private readonly KernelProgram _program;
    private readonly ProgramState _state;
    private readonly OperationInterpreter _operations;
    private readonly StoreInterpreter _stores;

    private ProgramInterpreter(KernelProgram program, ProgramState state)
    {
        _program = program;
        _state = state;
        _operations = new OperationInterpreter(program, _state);
        _stores = new StoreInterpreter(program, _state, _operations.Arithmetic);
    }

    /// <param name="program">The program.</param>
    /// <param name="tensors">What it reads and writes.</param>
    /// <param name="dimensions">The extents that it does not know at compile time.</param>
    public static void Run(KernelProgram program, ProgramTensors tensors, IReadOnlyDictionary<string, long> dimensions)
    {
        foreach (Procedure procedure in program.Procedures)
        {
            new ProgramInterpreter(program, new ProgramState(tensors, dimensions, procedure.ScratchLength)).ExecuteProcedure(procedure.Body);
        }
    }

    /// <summary>Whether the program is made for a shape.</summary>
    public static bool Fits(KernelProgram program, ProgramTensors tensors, IReadOnlyDictionary<string, long> dimensions) =>
        new ProgramState(tensors, dimensions).Evaluate(program.Fits);

    private void ExecuteProcedure(IReadOnlyList<Statement> statements)
    {
        _state.Enter();
        foreach (Statement statement in statements)
        {
            if (statement is not Leave leave)
            {
                Execute(statement);
            }
            else if (_state.Evaluate(leave.Condition))
            {
                break;
            }
        }

        _state.Leave();
    }

    private void ExecuteScope(IReadOnlyList<Statement> statements)
    {
        _state.Enter();
        Execute(statements);
        _state.Leave();
    }

    private void Execute(IReadOnlyList<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            Execute(statement);
        }
    }

    private void Execute(Statement statement)
    {
        switch (statement)
        {
            case Remark:
                break;
            case LetIndex let:
                _state.Let(let.Target, _state.Evaluate(let.Value));
                break;
            case LetCondition let:
                _state.Let(let.Target, _state.Evaluate(let.Value));
                break;
            case LetPlace let:
                _state.Let(let.Target, let.Origin, _state.Evaluate(let.Offset));
                break;
            case Prefetch prefetch:
                Assert.InRange(_state.Evaluate(prefetch.From), 1, _state.Evaluate(prefetch.To) - 1);
                break;
            case PrefetchLine prefetch:
                Assert.True(_state.Evaluate(prefetch.Column) > 0, "What is asked for lies behind what is read.");
                break;
            case Define define:
                _state.Let(define.Target, _operations.Evaluate(define.Value));
                break;
            case Declare declare:
                _state.Let(declare.Target, declare.Initial is null ? null : _operations.Evaluate(declare.Initial));
                break;
            case Assign assign:
                _state.Assign(assign.Target, _operations.Evaluate(assign.Value));
                break;
            case Scope scope:
                ExecuteScope(scope.Body);
                break;
            case Apart apart:
                _state.WithoutRegisters(() => ExecuteScope(apart.Body));
                break;
            case Halved halved:
                new ProgramInterpreter(_program with { Width = _program.Width.Half }, _state).Execute(halved.Body);
                break;
            case For loop:
                ExecuteLoop(loop);
                break;
            case If branch:
                ExecuteScope(_state.Evaluate(branch.Condition) ? branch.Then : branch.Else);
                break;
            default:
                _stores.Execute(statement);
                break;
        }
    }

    private void ExecuteLoop(For loop)
    {
        for (long counter = _state.Evaluate(loop.From); counter < _state.Evaluate(loop.To); counter += _state.Evaluate(loop.Step))
        {
            _state.Enter();
            _state.Let(loop.Counter, counter);
            ExecuteScope(loop.Body);
            _state.Leave();
        }
    }
}
