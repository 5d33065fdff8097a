namespace CustomerJourney.Metrics.Surveys;

/// <summary>An invitation, what became of it, and the last instant at which an answer was in time.</summary>
internal readonly record struct Invitation(int Position, long Deadline, InvitationState State);
