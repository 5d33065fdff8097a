namespace QuickStart;

/// <summary>Shows what is being done: a running line on a terminal, and a finished line for each step everywhere.</summary>
internal sealed class ConsoleProgress : IProgress<long>, IProgress<double>
{
    private readonly Lock _lock = new();
    private readonly bool _isTerminal = !Console.IsOutputRedirected;
    private string _step = "";

    public void Begin(string step)
    {
        _step = step;
        Show("…");
    }

    /// <summary>So many rows have been read.</summary>
    public void Report(long value) => Show($"{value:N0} events …");

    /// <summary>So much of the log has been visited.</summary>
    public void Report(double value) => Show($"{value:P0} …");

    public void End(string result)
    {
        lock (_lock) Console.WriteLine($"{(_isTerminal ? "\r" : "")}{Line(result)}");
    }

    /// <summary>Clears the running line, so that something else can be said.</summary>
    public void Clear()
    {
        if (_isTerminal && _step.Length > 0) Console.Write($"\r{new string(' ', 78)}\r");
    }

    private void Show(string state)
    {
        if (!_isTerminal) return;
        lock (_lock) Console.Write($"\r{Line(state)}");
    }

    private string Line(string text) => $"  {_step,-9} {ConsoleText.Plain(text),-66}".TrimEnd().PadRight(_isTerminal ? 78 : 0);
}
