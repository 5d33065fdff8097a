using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Questions as they are met.</summary>
internal static class SurveyQuestions
{
    /// <summary>Notes the question of an answer. Answers to no named question count as one without letters, in a log that names no questions too: it may be a part of one that does.</summary>
    public static void Note(this NameSet questions, in TraceEvent e)
    {
        FeedbackColumn feedback = e.Columns.Feedback!;
        questions.Add(feedback.Questions is null ? "" : feedback.Question(e.FeedbackIndex) ?? "");
    }

    /// <summary>The questions that were noted; none where no answer names one.</summary>
    public static IReadOnlyList<string> Named(this NameSet? questions) => questions?.Names is { } names && names is not ([] or [""]) ? names : [];
}
