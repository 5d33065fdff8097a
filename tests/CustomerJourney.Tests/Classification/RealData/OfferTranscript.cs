using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Classification.RealData;

/// <summary>What happened to offers in the transcript <c>shared/data/starbucks_offers</c>, and the offers themselves. Hours are counted from an arbitrary day.</summary>
internal sealed class OfferTranscript
{
    public static readonly string[] Steps = ["offer received", "offer viewed", "offer completed"];

    private static readonly DateTimeOffset Begin = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, (string Type, int Days)> _offers = [];
    private readonly List<(string Person, string Offer, int Step, int Hour)> _happenings = [];

    public OfferTranscript()
    {
        foreach (string line in File.ReadLines(SharedFolder.File("data", "starbucks_offers", "portfolio.json")))
        {
            if (line.Length == 0) continue;
            using JsonDocument offer = JsonDocument.Parse(line);
            _offers.Add(offer.RootElement.GetProperty("id").GetString()!, (offer.RootElement.GetProperty("offer_type").GetString()!, (int)offer.RootElement.GetProperty("duration").GetDouble()));
        }

        using StreamReader reader = new(new GZipStream(File.OpenRead(SharedFolder.File("data", "starbucks_offers", "transcript.json.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            using JsonDocument happening = JsonDocument.Parse(line);
            JsonElement root = happening.RootElement, value = root.GetProperty("value");
            int step = Array.IndexOf(Steps, root.GetProperty("event").GetString());
            if (step < 0) continue;
            string offer = (value.TryGetProperty("offer id", out JsonElement id) ? id : value.GetProperty("offer_id")).GetString()!;
            _happenings.Add((root.GetProperty("person").GetString()!, offer, step, root.GetProperty("time").GetInt32()));
        }
    }

    public IEnumerable<int> Durations => _offers.Values.Select(offer => offer.Days).Distinct().Order();

    /// <summary>The customer is a person with an offer.</summary>
    public JourneyLog ByPersonAndOffer() => JourneyLog.From(_happenings.Select(x => EventOf($"{x.Person}/{x.Offer}", x.Offer, x.Step, x.Hour)));

    /// <summary>The customer is one receipt of an offer, with all that the person did with that offer at any time: so one view may belong to two receipts.</summary>
    public JourneyLog ByReceipt()
    {
        ILookup<(string Person, string Offer), (string Person, string Offer, int Step, int Hour)> answers = _happenings.Where(x => x.Step > 0).ToLookup(x => (x.Person, x.Offer));
        return JourneyLog.From(_happenings.Where(x => x.Step == 0).SelectMany((receipt, number) =>
        {
            string customer = number.ToString(CultureInfo.InvariantCulture);
            return answers[(receipt.Person, receipt.Offer)].Prepend(receipt).Select(x => EventOf(customer, x.Offer, x.Step, x.Hour));
        }));
    }

    /// <summary>The transcript knows only hours; steps of one hour come in the order of the steps.</summary>
    private JourneyEvent EventOf(string customer, string offer, int step, int hour) => new()
    {
        Customer = customer,
        Event = Steps[step],
        At = Begin.AddHours(hour),
        Sequence = step,
        Attributes = new Dictionary<string, string> { ["duration"] = _offers[offer].Days.ToString(CultureInfo.InvariantCulture) },
        CustomerAttributes = new Dictionary<string, string> { ["type"] = _offers[offer].Type },
    };
}
