namespace CustomerJourney.Events;

internal sealed record CalendarDimension(CalendarUnit Unit, ReportingCalendar Zone) : Dimension
{
    internal override string Title => Unit.ToString();

    internal override string Description => $"{Unit} in {Zone.TimeZone.Id}, weeks from {Zone.FirstDayOfWeek}";

    internal override GroupBinding Bind(LogSchema schema) => new Binding(new PeriodTable(schema.Range, Unit, Zone));

    /// <summary>The periods between the first and the last one, which logs that were read apart need not have had.</summary>
    internal override IEnumerable<GroupKey> Completed(IReadOnlyList<GroupKey> named) => named.Count == 0
        ? named
        : Zone.PeriodsBetween(DateOnly.FromDayNumber((int)named.Min(key => key.Place)), DateOnly.FromDayNumber((int)named.Max(key => key.Place)), Unit)
            .Select(day => KeyOf(day, Zone.NameOf(day, Unit)));

    internal override bool CanHold(GroupKey key) =>
        key.Kind != GroupKind.Named || (key.Place >= 0 && key.Place <= DateOnly.MaxValue.DayNumber && key.Name == Zone.NameOf(DateOnly.FromDayNumber((int)key.Place), Unit));

    private static GroupKey KeyOf(DateOnly day, string name) => new(day.DayNumber, name, GroupKind.Named);

    private sealed class Binding(PeriodTable periods)
        : GroupBinding(periods.Days.Select((day, index) => KeyOf(day, periods.Names[index])), NoValue)
    {
        public override int GroupAt(in CustomerTrace trace, int position) => periods.IndexOf(trace.Ticks[position]);
    }
}
