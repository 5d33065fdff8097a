using CustomerJourney.Events;
using CustomerJourney.Metrics.Drivers;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>
/// Reads off a customer's events which invitations were answered. An answer belongs to the latest invitation before it; a second invitation while the first still waits in its window is a reminder of it.
/// </summary>
internal sealed class InvitationReader
{
    private readonly CustomerOutcome _outcome;
    private readonly bool[] _invites;
    private readonly long _window;
    private readonly List<OutcomeReading> _answers = [];

    public InvitationReader(CustomerOutcome outcome, IReadOnlyList<string> invitations, TimeSpan window, LogSchema schema)
    {
        (_outcome, _window) = (outcome, window.Ticks);
        _invites = new bool[schema.Events.Count];
        foreach (string name in invitations)
            if (schema.EventCode(name) is >= 0 and int code) _invites[code] = true;
    }

    /// <summary>The invitations of the customer, in order.</summary>
    public List<Invitation> Invitations { get; } = [];

    /// <summary>Invitations of the customer that repeated one which was still waiting in its window.</summary>
    public int Reminders { get; private set; }

    /// <summary>Answers of the customer that no invitation asked for.</summary>
    public int Uninvited { get; private set; }

    public void Read(in CustomerTrace trace)
    {
        Invitations.Clear();
        _answers.Clear();
        (Reminders, Uninvited) = (0, 0);
        _outcome.ReadEvery(trace, _answers);
        Invitation? waiting = null;
        int next = 0;
        for (int position = 0; position < trace.Length; position++)
        {
            long ticks = trace.Ticks[position];
            for (; next < _answers.Count && _answers[next].Position == position; next++)
            {
                if (waiting is { } invitation) Invitations.Add(invitation with { State = ticks <= invitation.Deadline ? InvitationState.Answered : InvitationState.AnsweredLate });
                else Uninvited++;
                waiting = null;
            }

            if (!_invites[trace.Events[position]]) continue;
            if (waiting is { } earlier && ticks <= earlier.Deadline)
            {
                Reminders++;
                continue;
            }

            if (waiting is { } lost) Invitations.Add(lost);
            waiting = new Invitation(position, ticks > DateTimeOffset.MaxValue.Ticks - _window ? DateTimeOffset.MaxValue.Ticks : ticks + _window, InvitationState.NotAnswered);
        }

        if (waiting is { } last) Invitations.Add(last);
    }
}
