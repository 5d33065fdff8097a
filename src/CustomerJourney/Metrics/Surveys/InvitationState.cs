namespace CustomerJourney.Metrics.Surveys;

/// <summary>What became of an invitation to a survey.</summary>
public enum InvitationState
{
    /// <summary>It was not answered.</summary>
    NotAnswered,

    /// <summary>It was answered in time.</summary>
    Answered,

    /// <summary>It was answered after the window had closed.</summary>
    AnsweredLate,
}
