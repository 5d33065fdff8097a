namespace CustomerJourney.Events;

/// <summary>Which of a customer's answers count, within each group of a breakdown.</summary>
public enum AnswerCounting
{
    /// <summary>The last one: each customer counts once in each group in which he answered, and once in the total.</summary>
    LatestPerCustomer,

    /// <summary>The first one.</summary>
    FirstPerCustomer,

    /// <summary>Every one. Answers of one customer are not independent, so intervals are then robust to clusters of answers by customer.</summary>
    All,
}
