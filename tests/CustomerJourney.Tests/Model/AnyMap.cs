using CustomerJourney.Building;

namespace CustomerJourney.Tests.Model;

/// <summary>Maps of all shapes with nasty texts, one for each seed.</summary>
internal sealed class AnyMap
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "7", "-", " ", "  x", "\"", "\\", "/", "'", "<", ">", "&", "\u0000", "\u001f", "\u007f", "\n", "\r\n", "\t", "é", "e\u0301", "ß", "İ", "购买", "意識", "Покупка",
        "🛒", "👩‍👩‍👧", "\u200b", "\u202e", "\u2028", "\u2029", "\ufeff", "\uffff", "\ufdd0", "\U0010FFFF", "{}", "[0]", "$.", "null", "x-y", "=1+1",
    ];

    private readonly Random _random;

    private AnyMap(int seed) => _random = new Random(seed);

    public static Journey Make(int seed) => new AnyMap(seed).Make();

    /// <summary>The map of a seed and the same map after some edits of a copy.</summary>
    public static (Journey Map, Journey Changed) MakePair(int seed)
    {
        AnyMap any = new(seed);
        Journey map = any.Make();
        return (map, map.With(any.Change));
    }

    private Journey Make()
    {
        string[] channels = Names(3), metrics = Names(3), personas = Names(3);
        int stages = 1 + _random.Next(4);
        string[] touchpoints = Names(stages * 3);
        string[] stageNames = [.. Names(20).Concat(["S1", "S2", "S3", "S4"]).Distinct().Take(stages)];
        return Journey.Create(Text(), map =>
        {
            if (Maybe()) map.Ideal();
            if (Maybe()) map.PersonasFrom(Text());
            foreach (string channel in channels) map.AddChannel(channel, Any<ChannelCategory>());
            foreach (string metric in metrics) map.AddMetric(metric, Any<MetricKind>(), Maybe() ? _random.NextDouble() * 100 : null, Maybe() ? _random.Next(101) : null);
            foreach (string persona in personas) map.AddPersona(persona, Fill);
            List<string> pains = [];
            for (int i = 0; i < stageNames.Length; i++)
            {
                string[] own = [.. touchpoints.Where((_, index) => index % stageNames.Length == i)];
                map.AddStage(stageNames[i], stage =>
                {
                    if (Maybe()) stage.Goal(Text());
                    if (Maybe()) stage.Within(TimeSpan.FromSeconds(_random.Next()));
                    stage.Watching([.. metrics.Where(_ => Maybe())]);
                    foreach (string touchpoint in own) stage.AddTouchpoint(touchpoint, touch => Fill(touch, channels, personas, pains));
                });
            }

            foreach (string title in Names(2))
            {
                map.AddOpportunity(title, idea =>
                {
                    idea.Answers([.. pains.Where(_ => Maybe())]);
                    if (Maybe()) idea.Impact(1 + _random.Next(5)).Effort(1 + _random.Next(5)).Confidence(_random.NextDouble());
                });
            }
        });
    }

    private void Change(JourneyBuilder map)
    {
        map.AddStage($"added {_random.Next()}", stage => stage.AddTouchpoint($"added {_random.Next()}", touch => touch.Feels(_random.Next(-2, 3)))).AddPersona($"added {_random.Next()}");
        if (Maybe()) map.Renamed(Text());
    }

    private void Fill(PersonaBuilder persona)
    {
        persona.LookingFor([.. Names(2)]);
        if (Maybe()) persona.ShareOfCustomers(_random.NextDouble() / 3 + 1e-9);
        foreach (string attribute in Names(2)) persona.ObservedAs(attribute, Text());
    }

    private void Fill(TouchpointBuilder touch, string[] channels, string[] personas, List<string> pains)
    {
        if (Maybe() && channels.Length > 0) touch.On(channels[_random.Next(channels.Length)]);
        if (Maybe()) touch.Important(1 + _random.Next(5));
        if (Maybe()) touch.MomentOfTruth(Maybe() ? Text() : null);
        if (Maybe()) touch.Feels(_random.NextDouble() * 4 - 2, Maybe() ? _random.Next(-2, 3) : null);
        foreach (string persona in personas.Where(_ => Maybe())) touch.Feels(_random.Next(-20, 21) / 10.0, Maybe() ? _random.Next(-2, 3) : null, persona);
        touch.ObservedAs([.. Names(3)]);
        if (Maybe()) touch.ObservedOn(Text(), [.. Names(2), "always"]);
        foreach (string pain in Names(2))
        {
            touch.AddPainPoint(pain, Any<Severity>(), Maybe() ? _random.NextDouble() : null);
            pains.Add(pain);
        }
    }

    private string[] Names(int most) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Text()).Distinct(StringComparer.Ordinal)];

    private string Text()
    {
        string text = string.Concat(Enumerable.Range(0, 1 + _random.Next(6)).Select(_ => Pieces[_random.Next(Pieces.Length)]));
        return string.IsNullOrWhiteSpace(text) ? text + "." : text;
    }

    private T Any<T>() where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    private bool Maybe() => _random.Next(2) == 0;
}
