namespace CustomerJourney.Events;

/// <summary>A survey answer: what was asked, the score, and what the answer is about.</summary>
/// <param name="Kind">The kind of question. The default value of the struct is no kind and score 0.</param>
/// <param name="Score">The score as given; never rounded. A metric counts scores outside its scale as invalid.</param>
/// <param name="Question">The question or survey that was answered, or <see langword="null"/>.</param>
/// <param name="About">The id or name of the touchpoint that the answer is about; <see langword="null"/> means the stage in which the customer was.</param>
public readonly record struct Feedback(FeedbackKind Kind, double Score, string? Question = null, string? About = null);
