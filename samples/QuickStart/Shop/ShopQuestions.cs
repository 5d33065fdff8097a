using CustomerJourney.Events;
using CustomerJourney.Metrics;
using QuickStart.Findings;

namespace QuickStart.Shop;

/// <summary>What the owner of the shop wants to know. Nothing here knows where the faults are.</summary>
internal static class ShopQuestions
{
    private static readonly (string Event, string Name)[] Messages =
    [
        ("welcome_mail_opened", "Welcome email"),
        ("returns_mail_opened", "Free returns email"),
        ("size_guide_read", "Size guide"),
        ("returns_page_read", "Returns page"),
    ];

    public static IReadOnlyList<Question> All { get; } =
    [
        OnChannels("Basket", "product_viewed", "item_added", "put something into the basket within a day of their first look"),
        OnChannels("Checkout", "item_added", "checkout_started", "go to the checkout within a day of filling their first basket"),
        OnChannels("Payment", "checkout_started", "order_paid", "pay within a day of their first checkout"),
        Waiting("Delivery", "order_paid", "order_delivered", "to the first delivery"),
        Waiting("Wait for support", "ticket_opened", "ticket_answered", "to the first answer"),
        Answered("NPS", new Nps { Counting = AnswerCounting.FirstPerCustomer }, "nps_answered", Unit.NetPromoters, ""),
        Answered("Satisfaction with support", new Csat { Counting = AnswerCounting.FirstPerCustomer }, "csat_answered", Unit.Percent, "are satisfied"),
        Answered("Ease of support", new Ces { Counting = AnswerCounting.FirstPerCustomer }, "ces_answered", Unit.Score, "of 7"),
        .. PairsOfMessages(),
    ];

    private static PeriodQuestion<ShareResult> OnChannels(string name, string start, string goal, string wording) => new()
    {
        Name = name,
        Wording = wording,
        Unit = Unit.Percent,
        Figure = new FirstAttempt(Moment.Event(start), Moment.Event(goal), TimeSpan.FromDays(1)),
        Period = Dimension.Calendar(CalendarUnit.Week).AtFirst(start),
        PeriodWord = "week",
        Group = Dimension.Channel.AtFirst(start),
    };

    private static PeriodQuestion<WaitResult> Waiting(string name, string start, string end, string wording) => new()
    {
        Name = name,
        Wording = wording,
        Unit = Unit.Hours,
        MoreIsBetter = false,
        Figure = new FirstWait(Moment.Event(start), Moment.Event(end), Longest: TimeSpan.FromDays(7)),
        Period = Dimension.Calendar(CalendarUnit.Month).AtFirst(start),
        PeriodWord = "month",
        Group = Dimension.Persona,
        GroupWord = "of",
    };

    private static PeriodQuestion<T> Answered<T>(string name, Analysis<T> score, string survey, Unit unit, string wording)
        where T : IComparableResult => new()
        {
            Name = name,
            Wording = wording,
            Unit = unit,
            Figure = score,
            Period = Dimension.Calendar(CalendarUnit.Month).AtFirst(survey),
            PeriodWord = "month",
            Group = Dimension.Persona,
            GroupWord = "of",
        };

    private static IEnumerable<MessagesQuestion> PairsOfMessages() =>
        from one in Enumerable.Range(0, Messages.Length)
        from other in Enumerable.Range(one + 1, Messages.Length - one - 1)
        select new MessagesQuestion
        {
            Name = "NPS of those who read both",
            Wording = "after both",
            Unit = Unit.NetPromoters,
            One = Messages[one],
            Other = Messages[other],
        };
}
