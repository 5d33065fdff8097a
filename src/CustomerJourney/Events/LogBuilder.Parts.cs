using System.Runtime.InteropServices;

namespace CustomerJourney.Events;

/// <content>Parts of one log: their names united, their rows put in the order of the source.</content>
internal sealed partial class LogBuilder
{
    private readonly List<Run> _runs = [];
    private readonly List<NamePlace> _eventPlaces = [];
    private readonly List<NamePlace> _channelPlaces = [];
    private long _run;

    /// <summary>
    /// Says where in the order of all sources the rows that come now stand. Runs of one part rise; those of several parts lie between each other.
    /// A builder that is never told is one run.
    /// </summary>
    /// <param name="run">The place of the run; consecutive runs have consecutive places.</param>
    public void BeginRun(long run)
    {
        if (_runs.Count == 0 || run != _run + 1) _runs.Add(new Run(run, EventCount));
        _run = run;
        _rejections.Run = run;
    }

    /// <summary>The first name that is one too many for a log, of the names of all parts in the order of the source; null if there is none.</summary>
    public static NameTooMany? FirstNameTooMany(IReadOnlyList<LogBuilder> parts)
    {
        NameTooMany? names = FirstTooMany(parts, part => part.EventNames, part => part._eventPlaces, LogSchema.MaxEvents, TooManyEvents);
        NameTooMany? channels = FirstTooMany(parts, part => part.ChannelNames, part => part._channelPlaces, LogSchema.MaxChannels, TooManyChannels);
        if (names is not { } name || channels is not { } channel) return names ?? channels;
        return channel.Place.CompareTo(name.Place) < 0 ? channel : name;
    }

    private static NameTooMany? FirstTooMany(
        IReadOnlyList<LogBuilder> parts, Func<LogBuilder, NameTable> tableOf, Func<LogBuilder, List<NamePlace>> placesOf, int most, Func<LogBuilder, string, long, JourneyDataException> exception)
    {
        if (parts.Sum(part => (long)tableOf(part).Count) <= most) return null;
        Dictionary<string, NamePlace> first = new(StringComparer.Ordinal);
        foreach (LogBuilder part in parts)
        {
            List<NamePlace> places = placesOf(part);
            for (int code = 0; code < places.Count; code++)
            {
                ref NamePlace place = ref CollectionsMarshal.GetValueRefOrAddDefault(first, tableOf(part).NameOf(code), out bool known);
                if (!known || places[code].CompareTo(place) < 0) place = places[code];
            }
        }

        if (first.Count <= most) return null;
        (string name, NamePlace at) = first.OrderBy(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ElementAt(most);
        JourneyDataException tooMany = exception(parts[0], name, at.Line);
        return new NameTooMany(at, at.Source is null ? tooMany : new JourneyDataException(tooMany.Row with { Source = at.Source }));
    }

    private static JourneyDataException TooManyEvents(LogBuilder builder, string name, long line) =>
        JourneyDataException.For(builder._options.Limits, line, builder.EventColumn, name, $"is the {LogSchema.MaxEvents + 1:N0}th event name; a log holds {LogSchema.MaxEvents:N0}. Group event names before reading, for example page addresses by kind of page");

    private static JourneyDataException TooManyChannels(LogBuilder builder, string name, long line) =>
        JourneyDataException.For(builder._options.Limits, line, builder.ChannelColumn, name, $"is the {LogSchema.MaxChannels + 1}th channel; a log holds {LogSchema.MaxChannels}. Group channels before reading, or read the column as an attribute");

    /// <summary>Remembers where names stand first, and refuses the first that a log cannot hold.</summary>
    private void AddNewNames(in EventRow row, long line)
    {
        while (_eventPlaces.Count < EventNames.Count) _eventPlaces.Add(new NamePlace(_run, line, _rejections.Source));
        while (_channelPlaces.Count < ChannelNames.Count) _channelPlaces.Add(new NamePlace(_run, line, _rejections.Source));
        if (EventNames.Count > LogSchema.MaxEvents) throw TooManyEvents(this, EventNames.NameOf(row.Event), line);
        if (ChannelNames.Count > LogSchema.MaxChannels) throw TooManyChannels(this, ChannelNames.NameOf(row.Channel), line);
    }

    /// <summary>The runs of all parts in the order of the source.</summary>
    private static IReadOnlyList<ArrivedRun> RunsOf(IReadOnlyList<LogBuilder> parts, IReadOnlyList<PartCodes> codes, NameRanks ranks)
    {
        NameRanks[] ranksOfPart = [.. codes.Select(code => code.RanksOf(ranks))];
        return [.. RunsInOrder(parts).Select(run => new ArrivedRun(parts[run.Part]._arrived, run.FirstRow, run.Count, ranksOfPart[run.Part]))];
    }

    private static IEnumerable<PartRun> RunsInOrder(IReadOnlyList<LogBuilder> parts)
    {
        List<PartRun> runs = [];
        for (int part = 0; part < parts.Count; part++)
        {
            List<Run> of = parts[part]._runs;
            if (of.Count == 0) runs.Add(new PartRun(0, part, 0, parts[part].EventCount));
            for (int run = 0; run < of.Count; run++)
            {
                int end = run + 1 < of.Count ? of[run + 1].FirstRow : parts[part].EventCount;
                runs.Add(new PartRun(of[run].Place, part, of[run].FirstRow, end - of[run].FirstRow));
            }
        }

        return runs.OrderBy(run => run.Place);
    }

    /// <summary>One builder with the names of all parts, and with their columns in the order of the source; all but the events themselves, which stay where they are.</summary>
    private static LogBuilder Unite(IReadOnlyList<LogBuilder> parts, out IReadOnlyList<PartCodes> codes)
    {
        if (parts.Count == 1)
        {
            codes = [PartCodes.Same];
            return parts[0];
        }

        // The names of the first part keep their codes.
        LogBuilder all = new(parts[0]._options, RejectionList.Unite([.. parts.Select(part => part._rejections)]), parts[0].CustomerNames)
        {
            EventColumn = parts[0].EventColumn,
            ChannelColumn = parts[0].ChannelColumn,
            IdColumn = parts[0].IdColumn,
            CollapsesRepeats = parts.Any(part => part.CollapsesRepeats),
            BlankLines = parts.Sum(part => part.BlankLines),
            RoundedAmounts = parts.Sum(part => part.RoundedAmounts),
            Skipped = parts.Sum(part => part.Skipped),
            FurtherEvents = parts.Sum(part => part.FurtherEvents),
            // What one part has, the source has.
            AbsentColumns = [.. parts[0].AbsentColumns.Where(column => parts.All(part => part.AbsentColumns.Contains(column)))],
        };
        PartCodes[] codesOfPart = [.. parts.Select(part => PartCodes.Of(part, all))];
        foreach (LogBuilder part in parts.Where(part => part.CustomerNames != all.CustomerNames)) part.CustomerNames.Release();
        PartCursor[] cursors = [.. parts.Select((part, index) => new PartCursor(part, codesOfPart[index]))];
        int row = 0;
        foreach (PartRun run in RunsInOrder(parts))
        {
            all.AddSource(row, parts[run.Part].SourceOf(run.FirstRow));
            cursors[run.Part].CopyTo(all, run.FirstRow, run.Count, row);
            row += run.Count;
        }

        for (int part = 0; part < parts.Count; part++)
        {
            all._identity.AddAll(parts[part]._identity, codesOfPart[part].Customers);
            foreach ((int customer, int attribute, int value) in parts[part]._profileValues)
            {
                (int attributeOfAll, int[] values) = codesOfPart[part].CustomerAttributes[attribute];
                all.AddProfile(codesOfPart[part].Customers is { } customers ? customers[customer] : customer, attributeOfAll, values[value]);
            }
        }

        codes = codesOfPart;
        return all;
    }

    /// <summary>A run in a builder: its place in the order of all sources, and its first row.</summary>
    private readonly record struct Run(long Place, int FirstRow);

    private readonly record struct PartRun(long Place, int Part, int FirstRow, int Count);

    /// <summary>Where a name stands first.</summary>
    public readonly record struct NamePlace(long Run, long Line, string? Source = null) : IComparable<NamePlace>
    {
        public int CompareTo(NamePlace other) => Run != other.Run ? Run.CompareTo(other.Run) : Line.CompareTo(other.Line);
    }

    /// <summary>A name that a log cannot hold any more.</summary>
    public readonly record struct NameTooMany(NamePlace Place, JourneyDataException Exception);
}
