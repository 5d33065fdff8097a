namespace CustomerJourney.Tests.Events;

/// <summary>Keeps every report, on the thread that makes it.</summary>
internal sealed class Steps<T> : IProgress<T>
{
    private readonly List<T> _values = [];

    public IReadOnlyList<T> Values => _values;

    public void Report(T value)
    {
        lock (_values) _values.Add(value);
    }
}
