using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Questions as they are met.</summary>
internal static class SurveyQuestions
{
    /// <summary>Notes the question of an answer, where the log names questions at all.</summary>
    public static void Note(this NameSet questions, in TraceEvent e)
    {
        FeedbackColumn feedback = e.Columns.Feedback!;
        if (feedback.Questions is not null) questions.Add(feedback.Question(e.FeedbackIndex) ?? "");
    }
}
