using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>A driver bound to a log: its columns, and a customer's numbers in them before a moment.</summary>
internal abstract class DriverReader
{
    /// <summary>The columns that log and map tell, one at least; those that nobody has are among them.</summary>
    public abstract IReadOnlyList<GroupKey> Keys { get; }

    /// <summary>Sets the customer's numbers. What is not set is 0; NaN says that the customer has none.</summary>
    public abstract void Read(in CustomerTrace trace, in Moment moment, double[] values);

    public static DriverReader Of(Driver driver, LogSchema schema) => driver.Source switch
    {
        DriverSource.Happenings => new Happenings(driver.Of!.Bind(schema), driver.Measure == DriverMeasure.Happened),
        DriverSource.Last => new Levels(driver.Of!.Bind(schema), false, driver.Of is StageDimension),
        DriverSource.Customer => new Levels(driver.Of!.Bind(schema), true, false),
        DriverSource.Stays => new Stays(schema.RequireJourney("the time in stages")),
        _ => new Numbers(driver),
    };

    /// <summary>Whether, or how often, events of each group happened.</summary>
    private sealed class Happenings(GroupBinding binding, bool once) : DriverReader
    {
        public override IReadOnlyList<GroupKey> Keys { get; } = [.. binding.Keys.Take(binding.None)];

        public override void Read(in CustomerTrace trace, in Moment moment, double[] values)
        {
            for (int position = 0; position < moment.Position; position++)
            {
                if (moment.Includes(trace.Ticks[position])) Add(binding.GroupAt(trace, position), values);
            }

            (int next, int end) = trace.SilenceRange;
            for (; next < end && IsBefore(trace, next, moment); next++)
            {
                if (moment.Includes(trace.Columns.Silences!.Ticks[next])) Add(binding.GroupOfSilence(trace, next), values);
            }
        }

        private void Add(int group, double[] values)
        {
            if (group != binding.None) values[group] = once ? 1 : values[group] + 1;
        }
    }

    /// <summary>The group of the customer, or of his last event that has one. Dormancy ends a stay in a stage; channels and touchpoints take no notice of it.</summary>
    private sealed class Levels(GroupBinding binding, bool ofCustomer, bool ofStage) : DriverReader
    {
        public override IReadOnlyList<GroupKey> Keys => binding.Keys;

        public override void Read(in CustomerTrace trace, in Moment moment, double[] values)
        {
            int group = ofCustomer ? ((CustomerGroupBinding)binding).GroupOf(trace) : LastOf(trace, moment);
            values[group] = 1;
        }

        private int LastOf(in CustomerTrace trace, in Moment moment)
        {
            (int first, int silence) = trace.SilenceRange;
            while (silence > first && !IsBefore(trace, silence - 1, moment)) silence--;
            for (int position = moment.Position - 1; position >= 0; position--)
            {
                // Silence follows its event, so walking back it comes first.
                for (; silence > first && trace.Columns.Silences!.Positions[silence - 1] >= trace.Start + position; silence--)
                {
                    if (!moment.Includes(trace.Columns.Silences.Ticks[silence - 1])) continue;
                    if (ofStage && trace.Columns.Silences.Stages[silence - 1] == LogSchema.Dormant) return binding.None;
                    if (binding.GroupOfSilence(trace, silence - 1) is int quiet && quiet != binding.None) return quiet;
                }

                if (moment.Includes(trace.Ticks[position]) && binding.GroupAt(trace, position) is int group && group != binding.None) return group;
            }

            return binding.None;
        }
    }

    /// <summary>Days in each stage.</summary>
    private sealed class Stays(Journey journey) : DriverReader
    {
        public override IReadOnlyList<GroupKey> Keys { get; } = [.. StageDimension.KeysOf(journey)];

        public override void Read(in CustomerTrace trace, in Moment moment, double[] values)
        {
            long[] ticks = new long[values.Length];
            byte stage = LogSchema.NoStage;
            long since = 0;
            (int next, int end) = trace.SilenceRange;
            ReadOnlySpan<byte> stages = trace.Stages;
            ReadOnlySpan<long> started = trace.StartedTicks;
            for (int position = 0; position < moment.Position; position++)
            {
                if (stages[position] != LogSchema.NoStage) Enter(stages[position], started[position], moment);
                for (; next < end && trace.Columns.Silences!.Positions[next] == trace.Start + position && IsBefore(trace, next, moment); next++)
                    Enter(trace.Columns.Silences.Stages[next], trace.Columns.Silences.Ticks[next], moment);
            }

            Enter(LogSchema.NoStage, moment.Ticks, moment);
            for (int index = 0; index < values.Length; index++) values[index] = ticks[index] / (double)TimeSpan.TicksPerDay;

            void Enter(byte entered, long at, in Moment moment)
            {
                at = Math.Clamp(at, moment.Earliest, moment.Ticks);
                if (stage < ticks.Length) ticks[stage] += at - since;
                (stage, since) = (entered, at);
            }
        }
    }

    /// <summary>One number.</summary>
    private sealed class Numbers(Driver driver) : DriverReader
    {
        public override IReadOnlyList<GroupKey> Keys { get; } = [GroupKey.Named(driver.Name!)];

        public override void Read(in CustomerTrace trace, in Moment moment, double[] values) => values[0] = driver.Source switch
        {
            DriverSource.Activity => Count(trace, moment),
            DriverSource.Recency => Days(moment.Ticks, Last(trace, moment)),
            DriverSource.Tenure => Days(moment.Ticks, First(trace, moment)),
            _ => Own(trace, moment),
        };

        private double Own(in CustomerTrace trace, in Moment moment)
        {
            if (driver.Value!(trace, moment.Position) is not { } value) return double.NaN;
            if (!double.IsFinite(value)) throw new InvalidOperationException($"The driver '{driver.Name}' of a customer is {value}: give a finite number, or null where there is none.");
            return value;
        }

        private static double Days(long until, long? since) => since is { } from ? (until - from) / (double)TimeSpan.TicksPerDay : double.NaN;

        private static int Count(in CustomerTrace trace, in Moment moment)
        {
            int count = 0;
            for (int position = 0; position < moment.Position; position++)
                if (moment.Includes(trace.Ticks[position])) count++;
            return count;
        }

        private static long? Last(in CustomerTrace trace, in Moment moment)
        {
            long? last = null;
            for (int position = 0; position < moment.Position; position++)
                if (moment.Includes(trace.Ticks[position]) && !(last >= trace.Ticks[position])) last = trace.Ticks[position];
            return last;
        }

        private static long? First(in CustomerTrace trace, in Moment moment)
        {
            long? first = null;
            for (int position = 0; position < moment.Position; position++)
                if (trace.Ticks[position] <= moment.Ticks && !(first <= trace.Ticks[position])) first = trace.Ticks[position];
            return first;
        }
    }

    /// <summary>Whether an entry of the column of silences lies before the moment. It follows an event before the moment's and was complete in time.</summary>
    private static bool IsBefore(in CustomerTrace trace, int silence, in Moment moment) =>
        trace.Columns.Silences!.Positions[silence] - trace.Start < moment.Position && trace.Columns.Silences.Ticks[silence] <= moment.Ticks;
}
