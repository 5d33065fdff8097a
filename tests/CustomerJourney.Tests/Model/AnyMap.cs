using CustomerJourney.Building;

namespace CustomerJourney.Tests.Model;

/// <summary>Maps of all shapes with all facts and nasty texts, one for each seed.</summary>
internal sealed partial class AnyMap
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "7", "-", " ", "  x", "\"", "\\", "/", "'", "<", ">", "&", "\u0000", "\u001f", "\u007f", "\n", "\r\n", "\t", "é", "e\u0301", "ß", "İ", "购买", "意識", "Покупка",
        "🛒", "👩‍👩‍👧", "\u200b", "\u202e", "\u2028", "\u2029", "\ufeff", "\uffff", "\ufdd0", "\U0010FFFF", "{}", "[0]", "$.", "null", "x-y", "=1+1", ":", ";", "#", "%%", "section ",
    ];

    private static readonly string[] Tags = ["en", "zh-Hans", "zh-Hant-TW", "ru", "ms", "pt-BR"];

    private readonly Random _random;
    private readonly string _language;
    private string[] _channels = [], _metrics = [], _personas = [], _departments = [], _evidence = [];
    private readonly List<string> _pains = [];

    private AnyMap(int seed)
    {
        _random = new Random(seed);
        _language = Tags[_random.Next(Tags.Length)];
    }

    public static Journey Make(int seed) => new AnyMap(seed).Make();

    /// <summary>The map of a seed and the same map after some edits of a copy.</summary>
    public static (Journey Map, Journey Changed) MakePair(int seed)
    {
        AnyMap any = new(seed);
        Journey map = any.Make();
        return (map, map.With(copy => any.Change(copy, map)));
    }

    /// <summary>Names are no identity: some parts get the name of the first of their kind.</summary>
    private Journey Make()
    {
        Journey map = MakeWithOwnNames();
        return Maybe() ? map : map.With(copy => ShareNames(copy, map));
    }

    private void ShareNames(JourneyBuilder copy, Journey map)
    {
        foreach (Touchpoint touchpoint in map.Touchpoints.Where(touchpoint => Maybe() && map.FindStage(touchpoint.Stage.Id) == touchpoint.Stage))
            copy.EditStage(touchpoint.Stage.Id, stage => stage.EditTouchpoint(touchpoint.Id, part => part.Renamed(map.Touchpoints[0].Names)));
        foreach (Stage stage in map.Stages.Where(_ => Maybe())) copy.EditStage(stage.Id, part => part.Renamed(map.Stages[0].Names));
        foreach (Persona persona in map.Personas.Where(_ => Maybe())) copy.EditPersona(persona.Id, part => part.Renamed(map.Personas[0].Names));
        foreach (TouchpointChannel channel in map.Channels.Where(_ => Maybe())) copy.EditChannel(channel.Id, map.Channels[0].Names);
        foreach (Metric metric in map.Metrics.Where(_ => Maybe())) copy.EditMetric(metric.Id, part => part.Renamed(map.Metrics[0].Names));
        foreach (Opportunity idea in map.Opportunities.Where(_ => Maybe())) copy.EditOpportunity(idea.Id, part => part.Renamed(map.Opportunities[0].Titles));
    }

    private Journey MakeWithOwnNames()
    {
        (_channels, _metrics, _personas, _departments, _evidence) = (Names(3), Names(3), Names(3), Names(3), Names(3));
        int stages = 1 + _random.Next(4);
        string[] touchpoints = Names(stages * 3);
        string[] stageNames = [.. Names(20).Concat(["S1", "S2", "S3", "S4"]).Distinct().Take(stages)];
        return Journey.Create(Words(Text()), map =>
        {
            map.Language(_language).Id("any-map").Type(Any<JourneyType>());
            Fill(map);
            foreach (string channel in _channels) map.AddChannel(Words(channel), Any<ChannelCategory>(), null, Maybe(Any<ChannelMedium>()), Maybe(Any<ChannelOwnership>()));
            foreach (string department in _departments) map.AddDepartment(Words(department));
            foreach (string evidence in _evidence) map.AddEvidence(Words(evidence), Any<EvidenceKind>(), null, Maybe(1 + _random.Next()), Maybe(Date()), Maybe() ? new Uri("https://example.com/?q=" + Uri.EscapeDataString(Text())) : null);
            foreach (string persona in _personas) map.AddPersona(Words(persona), Fill);
            foreach (string metric in _metrics) map.AddMetric(Words(metric), Any<MetricKind>(), Fill);
            for (int i = 0; i < stageNames.Length; i++)
            {
                string[] own = [.. touchpoints.Where((_, index) => index % stageNames.Length == i)];
                map.AddStage(Words(stageNames[i]), stage => Fill(stage, own));
            }

            foreach (string from in Some(stageNames)) map.AddTransition(from, stageNames[_random.Next(stages)], Any<TransitionKind>(), Maybe() ? Words(Text()) : null, Maybe(_random.NextDouble()));
            foreach (string title in Names(2)) map.AddOpportunity(Words(title), idea => Fill(idea, stageNames, touchpoints));
        });
    }

    private void Fill(JourneyBuilder map)
    {
        if (Maybe()) map.Ideal();
        if (Maybe()) map.PersonasFrom(Text());
        if (Maybe()) map.Description(Words(Text())).Basis(Any<ResearchBasis>()).Status(Any<JourneyStatus>()).Version(1 + _random.Next(99));
        if (Maybe()) map.CounterpartOf("other").PartOf("whole").StageModel(Text());
        if (Maybe()) map.Dated(Date(), new DateOnly(2030, 1, 1)).Reviewed(Date(), Maybe(1 + _random.Next(400)));
        if (Maybe()) map.Owner(Text(), _departments.FirstOrDefault());
        if (Maybe()) map.Scope(Words(Text()), Words(Text()), Maybe() ? Words(Text()) : null, Words(Text())).Expectations(Texts(2));
        if (Maybe()) map.Follows([.. Some(_personas)]);
    }

    private void Change(JourneyBuilder map, Journey before)
    {
        map.AddStage($"added {_random.Next()}", stage => stage.AddTouchpoint($"added {_random.Next()}", touch => touch.Feels(_random.Next(-2, 3)))).AddPersona($"added {_random.Next()}");
        if (Maybe()) map.Renamed(Text());
        if (Maybe() && before.Channels.Count > 0) map.RemoveChannel(before.Channels[0].Id);
        if (Maybe() && before.Metrics.Count > 0) map.RemoveMetric(before.Metrics[0].Id);
        if (Maybe() && before.Departments.Count > 0) map.RemoveDepartment(before.Departments[0].Id);
        if (Maybe() && before.Evidence.Count > 0) map.RemoveEvidence(before.Evidence[0].Id);
    }

    /// <summary>A text that is found by <paramref name="text"/>, sometimes with other languages beside it.</summary>
    private LocalizedText Words(string text) => _random.Next(4) > 0
        ? text
        : new LocalizedText([(_language, text), .. Tags.Where(tag => tag != _language && Maybe()).Select(tag => (tag, Text()))]);

    private LocalizedText[] Texts(int most) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Words(Text()))];

    private string[] Names(int most) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Text()).Distinct(StringComparer.Ordinal)];

    private string Text()
    {
        string text = string.Concat(Enumerable.Range(0, 1 + _random.Next(6)).Select(_ => Pieces[_random.Next(Pieces.Length)]));
        return string.IsNullOrWhiteSpace(text) ? text + "." : text;
    }

    private DateOnly Date() => new DateOnly(2020, 1, 1).AddDays(_random.Next(3000));

    private T Any<T>() where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    private string[] Some(IEnumerable<string> names) => [.. names.Where(_ => Maybe())];

    private T? Maybe<T>(T value) where T : struct => Maybe() ? value : null;

    private bool Maybe() => _random.Next(2) == 0;
}
