using System.Collections.Frozen;
using System.Text;

namespace CustomerJourney.IO;

/// <summary>What a section of a snapshot holds: its four letters in the file, and its name in messages.</summary>
/// <param name="Code">Four ASCII letters.</param>
/// <param name="Name">What the section holds, in words.</param>
internal sealed record SnapshotSection(string Code, string Name)
{
    public static readonly SnapshotSection Counts = new("META", "counts");
    public static readonly SnapshotSection Customers = new("CUST", "customer ids");
    public static readonly SnapshotSection EventNames = new("EVNM", "event names");
    public static readonly SnapshotSection ChannelNames = new("CHNM", "channel names");
    public static readonly SnapshotSection Offsets = new("OFFS", "first events of customers");
    public static readonly SnapshotSection Ticks = new("TICK", "times of events");
    public static readonly SnapshotSection Events = new("EVNT", "codes of event names");
    public static readonly SnapshotSection Channels = new("CHAN", "codes of channels");
    public static readonly SnapshotSection StartedAt = new("STRT", "starts of events");
    public static readonly SnapshotSection RecordedAt = new("RECD", "recording times");
    public static readonly SnapshotSection Sequences = new("SEQN", "sequence numbers");
    public static readonly SnapshotSection Ids = new("EVID", "ids of events");
    public static readonly SnapshotSection AnswerPositions = new("ANPO", "events of answers");
    public static readonly SnapshotSection AnswerKinds = new("ANKD", "kinds of answers");
    public static readonly SnapshotSection AnswerScores = new("ANSC", "scores of answers");
    public static readonly SnapshotSection AnswerQuestions = new("ANQU", "codes of questions");
    public static readonly SnapshotSection AnswerAbout = new("ANAB", "codes of touchpoints that answers are about");
    public static readonly SnapshotSection QuestionNames = new("QUNM", "questions");
    public static readonly SnapshotSection AboutNames = new("ABNM", "touchpoints that answers are about");
    public static readonly SnapshotSection MoneyPositions = new("MNPO", "events of amounts");
    public static readonly SnapshotSection MoneyUnits = new("MNUN", "amounts");
    public static readonly SnapshotSection MoneyCurrencies = new("MNCU", "codes of currencies");
    public static readonly SnapshotSection CurrencyNames = new("CUNM", "currencies");
    public static readonly SnapshotSection EventAttributeNames = new("EANM", "names of event attributes");
    public static readonly SnapshotSection EventAttributeValues = new("EAVA", "values of an event attribute");
    public static readonly SnapshotSection EventAttributeCodes = new("EACO", "codes of an event attribute");
    public static readonly SnapshotSection CustomerAttributeNames = new("CANM", "names of customer attributes");
    public static readonly SnapshotSection CustomerAttributeValues = new("CAVA", "values of a customer attribute");
    public static readonly SnapshotSection CustomerAttributeCodes = new("CACO", "codes of a customer attribute");
    public static readonly SnapshotSection CustomerIdAttributes = new("CAID", "customer attributes that hold ids of customers");
    public static readonly SnapshotSection Quality = new("QUAL", "data-quality report");

    private static readonly FrozenDictionary<uint, SnapshotSection> ByNumber = new[]
    {
        Counts, Customers, EventNames, ChannelNames, Offsets, Ticks, Events, Channels, StartedAt, RecordedAt, Sequences, Ids,
        AnswerPositions, AnswerKinds, AnswerScores, AnswerQuestions, AnswerAbout, QuestionNames, AboutNames,
        MoneyPositions, MoneyUnits, MoneyCurrencies, CurrencyNames,
        EventAttributeNames, EventAttributeValues, EventAttributeCodes, CustomerAttributeNames, CustomerAttributeValues, CustomerAttributeCodes, CustomerIdAttributes, Quality,
    }.ToFrozenDictionary(section => section.Number);

    /// <summary>The letters as a little-endian number, as they stand in the file.</summary>
    public uint Number { get; } = (uint)(Code[0] | (Code[1] << 8) | (Code[2] << 16) | (Code[3] << 24));

    /// <summary>The section of a number; null for one that this version does not know.</summary>
    public static SnapshotSection? Of(uint number) => ByNumber.GetValueOrDefault(number);

    /// <summary>The letters of any number; what is not a letter or digit is shown as ?.</summary>
    public static string CodeOf(uint number)
    {
        StringBuilder code = new();
        for (int place = 0; place < sizeof(uint); place++)
        {
            char letter = (char)((number >> (8 * place)) & 0xFF);
            code.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '?');
        }

        return code.ToString();
    }

    public override string ToString() => $"{Code} ({Name})";
}
