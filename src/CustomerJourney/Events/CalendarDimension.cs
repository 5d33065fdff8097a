namespace CustomerJourney.Events;

internal sealed record CalendarDimension(CalendarUnit Unit, ReportingCalendar Zone) : Dimension
{
    internal override string Title => Unit.ToString();

    internal override string Description => $"{Unit} in {Zone.TimeZone.Id}, weeks from {Zone.FirstDayOfWeek}";

    internal override GroupBinding Bind(LogSchema schema) => new Binding(new PeriodTable(schema.Range, Unit, Zone));

    private sealed class Binding(PeriodTable periods)
        : GroupBinding(periods.Days.Select((day, index) => new GroupKey(day.DayNumber, periods.Names[index], GroupKind.Named)), NoValue)
    {
        public override int GroupAt(in CustomerTrace trace, int position) => periods.IndexOf(trace.Ticks[position]);
    }
}
