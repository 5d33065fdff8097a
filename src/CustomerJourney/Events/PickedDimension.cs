using System.Globalization;

namespace CustomerJourney.Events;

/// <summary>A dimension of events made one of customers by naming the event whose value counts.</summary>
internal sealed record PickedDimension(Dimension Of, PickedEvent Pick, DateTimeOffset? Time, string? EventName) : CustomerDimension
{
    internal override string Title => Pick switch
    {
        PickedEvent.First => $"First {Of.Title}",
        PickedEvent.Last => $"Last {Of.Title}",
        PickedEvent.LastAt => string.Create(CultureInfo.InvariantCulture, $"{Of.Title} at {Time!.Value.UtcDateTime:yyyy-MM-dd HH:mm}Z"),
        _ => $"{Of.Title} at first {EventName}",
    };

    internal override string Description => string.Create(CultureInfo.InvariantCulture, $"{Pick} of {Of.Description}, {Time?.UtcDateTime:O} '{EventName}'");

    internal override IEnumerable<GroupKey> Completed(IReadOnlyList<GroupKey> named) => Of.Completed(named);

    internal override CustomerGroupBinding BindCustomers(LogSchema schema) =>
        new Binding(Of.Bind(schema), Pick, Time?.UtcTicks ?? 0, EventName is null ? -1 : schema.EventCode(EventName));

    private sealed class Binding(GroupBinding of, PickedEvent pick, long time, int eventCode)
        : CustomerGroupBinding(of.Keys.Take(of.None), of.Keys[of.None].Name)
    {
        public override int GroupOf(in CustomerTrace trace)
        {
            switch (pick)
            {
                case PickedEvent.First:
                    for (int position = 0; position < trace.Length; position++)
                    {
                        if (of.GroupAt(trace, position) is var first && first != None) return first;
                    }

                    return None;
                case PickedEvent.FirstNamed:
                    int named = eventCode < 0 ? -1 : trace.Events.IndexOf((ushort)eventCode);
                    return named < 0 ? None : of.GroupAt(trace, named);
                default:
                    ReadOnlySpan<long> ticks = trace.Ticks;
                    for (int position = trace.Length - 1; position >= 0; position--)
                    {
                        if (pick == PickedEvent.LastAt && ticks[position] > time) continue;
                        if (of.GroupAt(trace, position) is var last && last != None) return last;
                    }

                    return None;
            }
        }
    }
}
