using CustomerJourney.Building;
using CustomerJourney.StageModels;

namespace CustomerJourney.Tests.Model;

internal sealed partial class AnyMap
{
    private void Fill(PersonaBuilder persona)
    {
        persona.LookingFor(Texts(2)).Lifestyle(Texts(2)).Values(Texts(1)).Attitudes(Texts(1)).Goals(Texts(1)).Needs(Texts(1)).Suffers(Texts(1))
            .MeetsBrandBy(Texts(1)).Expects(Texts(1)).InterestedIn(Texts(1)).Uses(Texts(2)).Prefers([.. Some(_channels)]).BasedOn([.. Some(_evidence)]);
        if (Maybe()) persona.ShareOfCustomers(_random.NextDouble() / 3 + 1e-9).Basis(Any<ResearchBasis>()).Headline(Words(Text())).Quote(Words(Text())).Image(new Uri("pictures/1.png", UriKind.Relative));
        if (Maybe()) persona.LivesIn("MY", Words(Text()), Words(Text()));
        if (Maybe()) persona.Aged(_random.Next(60), 60 + _random.Next(60)).Demography(Words(Text()), Words(Text()), Maybe() ? Words(Text()) : null, Text());
        foreach (string attribute in Names(2)) persona.ObservedAs(attribute, Text());
    }

    private void Fill(MetricBuilder metric)
    {
        if (Maybe()) metric.Baseline(_random.NextDouble() * 100).Target(_random.Next(101)).Range(-_random.Next(9), _random.NextDouble());
        if (Maybe()) metric.In(Any<MetricUnit>()).Direction(Any<MetricDirection>()).Category(Any<MetricCategory>()).Formula(Text());
        if (Maybe()) metric.InMoney("EUR");
        foreach (int day in Enumerable.Range(0, 4).Where(_ => Maybe()).Reverse())
            metric.Observed(new DateOnly(2026, 1, 1).AddDays(day), (_random.NextDouble() - 0.5) * 1e9, Maybe(1 + _random.Next()), Maybe() ? _personas.FirstOrDefault() : null, Maybe() ? Text() : null);
    }

    private void Fill(StageBuilder stage, string[] touchpoints)
    {
        stage.CustomerActions(Texts(2)).CustomerQuestions(Texts(2)).Needs(Texts(2)).Expectations(Texts(1)).Concerns(Texts(1)).CompanyActions(Texts(2))
            .Watching([.. Some(_metrics)]).Departments([.. Some(_departments)]);
        if (Maybe()) stage.Goal(Words(Text())).CompanyGoal(Words(Text()));
        if (Maybe()) stage.BeginsWith(Words(Text())).EndsWith(Words(Text())).DetailedIn("detail").SourceNames(("zh-Hans", Text()), ("ru", Text()));
        if (Maybe()) stage.Within(TimeSpan.FromSeconds(_random.Next(99)), TimeSpan.FromSeconds(99 + _random.Next()));
        if (Maybe())
        {
            int first = _random.Next(11), share = 1 + _random.Next(99);
            stage.Covers(((JourneyPhase)first, share / 100.0), ((JourneyPhase)first + 1, (100 - share) / 100.0));
        }

        foreach (string touchpoint in touchpoints) stage.AddTouchpoint(Words(touchpoint), Fill);
    }

    private void Fill(TouchpointBuilder touch)
    {
        if (Maybe() && _channels.Length > 0) touch.On(_channels[_random.Next(_channels.Length)]);
        if (Maybe()) touch.Important(1 + _random.Next(5)).Engaging(1 + _random.Next(5)).Description(Words(Text())).Doing(Words(Text()));
        if (Maybe()) touch.Action();
        if (Maybe()) touch.Interaction(Any<TouchpointInitiator>());
        if (Maybe()) touch.MomentOfTruth(Any<MomentOfTruthKind>(), Maybe() ? Words(Text()) : null);
        if (Maybe()) touch.Feels(_random.NextDouble() * 4 - 2, Maybe(_random.Next(-2, 3) * 1.0), null, Words(Text()), Words(Text()), Maybe(Any<EmotionSource>()), Maybe(1 + _random.Next()));
        foreach (string persona in Some(_personas)) touch.Feels(_random.Next(-20, 21) / 10.0, Maybe(_random.Next(-2, 3) * 1.0), persona);
        touch.Questions(Texts(1)).Frontstage(Texts(2)).Backstage(Texts(1)).Systems(Texts(1)).PhysicalEvidence(Texts(1))
            .For([.. Some(_personas)]).Departments([.. Some(_departments)]).Watching([.. Some(_metrics)]).BasedOn([.. Some(_evidence)]);
        if (Maybe() && _departments.Length > 0) touch.OwnedBy(_departments[0]);
        if (Maybe()) touch.DetailedIn("detail").Within(TimeSpan.FromSeconds(_random.Next()));
        foreach (string key in Names(2)) touch.Claims(key, Text());
        touch.ObservedAs([.. Names(3)]);
        if (Maybe()) touch.ObservedOn(Text(), [.. Names(2), "always"]);
        if (Maybe()) touch.ObservedBy(new() { Event = "bound", Channel = Maybe() ? Text() : null, Conditions = [.. Names(2).Select(name => new EventCondition { Attribute = name, Value = Text() })] });
        foreach (string pain in Names(2))
        {
            touch.AddPainPoint(Words(pain), Any<Severity>(), part =>
            {
                if (Maybe()) part.Affects(_random.NextDouble()).Category(Any<PainPointCategory>()).For([.. Some(_personas)]).BasedOn([.. Some(_evidence)]);
            });
            _pains.Add(pain);
        }
    }

    private void Fill(OpportunityBuilder idea, string[] stages, string[] touchpoints)
    {
        idea.Answers([.. Some(_pains.Distinct())]).Stages([.. Some(stages)]).Touchpoints([.. Some(touchpoints)]).Watching([.. Some(_metrics)]).Status(Any<OpportunityStatus>());
        if (Maybe()) idea.Impact(1 + _random.Next(5)).Effort(1 + _random.Next(5)).Confidence(_random.NextDouble()).HowMightWe(Words(Text()));
        if (Maybe()) idea.Reach(_random.Next()).Rated(_random.NextDouble() * 10, _random.Next(11)).Link(new Uri("https://example.com/t/7"));
        if (Maybe() && _departments.Length > 0) idea.OwnedBy(_departments[0]);
    }
}
