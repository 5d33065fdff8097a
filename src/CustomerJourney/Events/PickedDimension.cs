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

    internal override bool CanHold(GroupKey key) => Of.CanHold(key);

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
                    return First(trace);
                case PickedEvent.FirstNamed:
                    int named = eventCode < 0 ? -1 : trace.Events.IndexOf((ushort)eventCode);
                    return named < 0 ? None : of.GroupAt(trace, named);
                default:
                    return Last(trace, pick == PickedEvent.LastAt ? time : long.MaxValue);
            }
        }

        private int First(in CustomerTrace trace)
        {
            (int silence, int end) = trace.SilenceRange;
            for (int position = 0; position < trace.Length; position++)
            {
                if (of.GroupAt(trace, position) is var first && first != None) return first;
                for (; silence < end && trace.Columns.Silences!.Positions[silence] == trace.Start + position; silence++)
                {
                    if (of.GroupOfSilence(trace, silence) is var silent && silent != None) return silent;
                }
            }

            return None;
        }

        /// <summary>Of the events and silences no later than a time, the last one that has a value.</summary>
        private int Last(in CustomerTrace trace, long latest)
        {
            ReadOnlySpan<long> ticks = trace.Ticks;
            (int begin, int silence) = trace.SilenceRange;
            for (int position = trace.Length - 1; position >= 0; position--)
            {
                for (; silence > begin && trace.Columns.Silences!.Positions[silence - 1] == trace.Start + position; silence--)
                {
                    if (trace.Columns.Silences.Ticks[silence - 1] <= latest && of.GroupOfSilence(trace, silence - 1) is var silent && silent != None) return silent;
                }

                if (ticks[position] <= latest && of.GroupAt(trace, position) is var last && last != None) return last;
            }

            return None;
        }
    }
}
