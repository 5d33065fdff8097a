namespace CustomerJourney.Classification.Machine;

/// <summary>Numbers what patterns and bindings ask for, the same demand once. Used while a machine is compiled.</summary>
internal sealed class DemandList
{
    private readonly List<EventDemand> _demands = [];
    private readonly Dictionary<EventDemand, int> _numbers = [];

    /// <summary>The number of a demand; -1 for one that asks for nothing.</summary>
    public int Add(EventDemand demand)
    {
        if (demand == EventDemand.None) return -1;
        if (!_numbers.TryGetValue(demand, out int number))
        {
            _numbers.Add(demand, number = _demands.Count);
            _demands.Add(demand);
        }

        return number;
    }

    public EventDemand[] ToArray() => [.. _demands];
}
