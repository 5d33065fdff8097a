namespace CustomerJourney.Events;

/// <content>Columns of a part, copied run by run with their codes changed.</content>
internal sealed partial class LogBuilder
{
    /// <summary>What the codes of a part are in the builder of all parts; null where they are the same.</summary>
    private sealed record PartCodes
    {
        public static PartCodes Same { get; } = new();

        public int[]? Customers { get; private init; }

        public int[]? Events { get; private init; }

        public int[]? Channels { get; private init; }

        public int[] Questions { get; private init; } = [];

        public int[] About { get; private init; } = [];

        public int[] Currencies { get; private init; } = [];

        public int[] States { get; private init; } = [];

        /// <summary>For each event attribute of the part, that of all parts and its values.</summary>
        public (int Attribute, int[] Values)[] EventAttributes { get; private init; } = [];

        public (int Attribute, int[] Values)[] CustomerAttributes { get; private init; } = [];

        public static PartCodes Of(LogBuilder part, LogBuilder all) => new()
        {
            Customers = ReferenceEquals(part.CustomerNames, all.CustomerNames) ? null : all.CustomerNames.AddAll(part.CustomerNames),
            Events = all.EventNames.AddAll(part.EventNames),
            Channels = all.ChannelNames.AddAll(part.ChannelNames),
            Questions = all.Questions.AddAll(part.Questions),
            About = all.AboutNames.AddAll(part.AboutNames),
            Currencies = all.Currencies.AddAll(part.Currencies),
            States = all.States.AddAll(part.States),
            EventAttributes = [.. part._eventAttributes.Select(attribute => Of(attribute, all.EventAttribute(attribute.Name), all._eventAttributes))],
            CustomerAttributes = [.. part._customerAttributes.Select(attribute => Of(attribute, all.CustomerAttribute(attribute.Name), all._customerAttributes))],
        };

        /// <summary>The places in the log of the part's names, from those of all names.</summary>
        public NameRanks RanksOf(NameRanks all) => new()
        {
            Customers = Through(Customers, all.Customers),
            Events = Through(Events, all.Events),
            Channels = Through(Channels, all.Channels),
        };

        private static (int Attribute, int[] Values) Of(AttributeBuilder attribute, int inAll, List<AttributeBuilder> all) =>
            (inAll, all[inAll].Values.AddAll(attribute.Values));

        private static int[] Through(int[]? codes, int[] ranks) => codes is null ? ranks : Array.ConvertAll(codes, code => ranks[code]);
    }

    /// <summary>Copies the columns of a part run by run, the runs in its order. Each column is walked through once, and its blocks are written on as soon as they have been read.</summary>
    private sealed class PartCursor(LogBuilder part, PartCodes codes)
    {
        private int _feedback;
        private int _money;
        private int _changes;

        /// <summary>Copies a run of rows, behind those copied before.</summary>
        /// <param name="all">The builder of all parts.</param>
        /// <param name="first">The first of the rows.</param>
        /// <param name="count">The number of rows.</param>
        /// <param name="row">The row of the first in the order of the source.</param>
        public void CopyTo(LogBuilder all, int first, int count, int row)
        {
            Copy(part._startedAt, all._startedAt, first, count, row, EventRow.None);
            Copy(part._recordedAt, all._recordedAt, first, count, row, EventRow.None);
            Copy(part._sequences, all._sequences, first, count, row, EventRow.None);
            for (int detail = 0; detail < part._sequenceDetails.Count; detail++)
            {
                if (all._sequenceDetails.Count == detail) all._sequenceDetails.Add(new());
                Copy(part._sequenceDetails[detail], all._sequenceDetails[detail], first, count, row, EventRow.None);
            }

            Copy(part._ids, all._ids, first, count, row, null);
            Copy(part._lines, all._lines, first, count, row, 0);
            for (int attribute = 0; attribute < codes.EventAttributes.Length; attribute++)
                CopyCodes(part._eventAttributes[attribute], all._eventAttributes, codes.EventAttributes[attribute], first, count, row);
            for (int attribute = 0; attribute < codes.CustomerAttributes.Length; attribute++)
                CopyCodes(part._customerAttributes[attribute], all._customerAttributes, codes.CustomerAttributes[attribute], first, count, row);
            for (; _feedback < part._feedbackRows.Count && part._feedbackRows[_feedback] < first + count; _feedback++)
            {
                all._feedbackRows.Add(part._feedbackRows[_feedback] - first + row);
                all._feedbackKinds.Add(part._feedbackKinds[_feedback]);
                all._scores.Add(part._scores[_feedback]);
                CopyCode(part._questionCodes, all._questionCodes, codes.Questions, all._feedbackRows.Count - 1);
                CopyCode(part._aboutCodes, all._aboutCodes, codes.About, all._feedbackRows.Count - 1);
            }

            part._feedbackRows.GiveBlocks(_feedback, all._feedbackRows);
            part._feedbackKinds.GiveBlocks(_feedback, all._feedbackKinds);
            part._scores.GiveBlocks(_feedback, all._scores);
            part._questionCodes.GiveBlocks(Math.Min(_feedback, part._questionCodes.Count), all._questionCodes);
            part._aboutCodes.GiveBlocks(Math.Min(_feedback, part._aboutCodes.Count), all._aboutCodes);

            for (; _money < part._moneyRows.Count && part._moneyRows[_money] < first + count; _money++)
            {
                all._moneyRows.Add(part._moneyRows[_money] - first + row);
                all._moneyUnits.Add(part._moneyUnits[_money]);
                all._currencyCodes.Add(Code(codes.Currencies, part._currencyCodes[_money]));
            }

            part._moneyRows.GiveBlocks(_money, all._moneyRows);
            part._moneyUnits.GiveBlocks(_money, all._moneyUnits);
            part._currencyCodes.GiveBlocks(_money, all._currencyCodes);

            for (; _changes < part._changeRows.Count && part._changeRows[_changes] < first + count; _changes++)
            {
                all._changeRows.Add(part._changeRows[_changes] - first + row);
                all._changedFrom.Add(Code(codes.States, part._changedFrom[_changes]));
                all._changedTo.Add(Code(codes.States, part._changedTo[_changes]));
            }
        }

        private void CopyCode(GrowingColumn<int> from, GrowingColumn<int> to, int[] codes, int index)
        {
            if (_feedback < from.Count && from[_feedback] >= 0) to.AddAt(index, codes[from[_feedback]], -1);
        }

        private static int Code(int[] codes, int code) => code < 0 ? code : codes[code];

        private static void Copy<T>(GrowingColumn<T> from, GrowingColumn<T> to, int first, int count, int row, T missing)
        {
            int end = Math.Min(first + count, from.Count);
            for (int index = first; index < end; index++) to.AddAt(row + index - first, from[index], missing);
            from.GiveBlocks(end, to);
        }

        private static void CopyCodes(AttributeBuilder from, List<AttributeBuilder> all, (int Attribute, int[] Values) codes, int first, int count, int row)
        {
            GrowingColumn<int> to = all[codes.Attribute].Codes;
            int end = Math.Min(first + count, from.Codes.Count);
            for (int index = first; index < end; index++)
            {
                if (from.Codes[index] >= 0) to.AddAt(row + index - first, codes.Values[from.Codes[index]], -1);
            }

            from.Codes.GiveBlocks(end, to);
        }
    }
}
