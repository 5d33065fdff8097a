using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;
using static CustomerJourney.Tests.IO.XesText;

namespace CustomerJourney.Tests.IO;

/// <summary>Bounded and seeded: documents with bytes changed, cut, doubled or exchanged give a log or one of the documented exceptions.</summary>
public class XesFuzzTests
{
    private const int Documents = 3_000;

    private static readonly string[] Pieces =
    [
        "<", ">", "/>", "</event>", "<event>", "</trace>", "<trace>", "\"", "'", "&", "&#x41;", "&#xD800;", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "?>", "<!DOCTYPE log>", "<list key=\"l\">", "<values>",
        "key=\"concept:name\"", "value=\"\"", "lifecycle:transition", "start", "complete", "\0", "\uFFFE", "xmlns=\"urn:x\"", "<log>", "9999-12-31T23:59:59.9999999-14:00", "0001-01-01T00:00:00+14:00", "1E400", "-1E-400",
    ];

    [Fact]
    public async Task Damaged_documents_give_a_log_or_a_documented_exception()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Log(
            "<extension name=\"Concept\" prefix=\"concept\" uri=\"x\"/><global scope=\"event\"><string key=\"org:resource\" value=\"?\"/></global><classifier name=\"Activity\" keys=\"concept:name\"/><trace><string key=\"concept:name\" value=\"c\"/>"
            + Event("a", "08:00", "start", "concept:instance=1") + Event("a", "09:00", "complete", "concept:instance=1") + Event("b", "09:00", null, "journey:score=9", "journey:value=1.5", "journey:channel=web")
            + "<event><list key=\"l\"><values><int key=\"i\" value=\"1\"/></values></list></event></trace><trace><string key=\"concept:name\" value=\"d\"/></trace>"));
        Random random = new(20261126);
        int logs = 0, refused = 0;
        for (int document = 0; document < Documents; document++)
        {
            byte[] damaged = Damage(whole, random);
            XesFormat format = new() { NestedAttributes = document % 2 == 0, GlobalValues = document % 3 == 0, Classifier = document % 5 == 0 ? "Activity" : null, Lifecycle = document % 7 == 0 ? XesLifecycle.Keep : XesLifecycle.Join };
            try
            {
                JourneyLog log = await JourneyLog.ReadXesAsync(new ChunkedStream(damaged, [1 + random.Next(40), 1 + random.Next(400)]), format).WaitAsync(TimeSpan.FromMinutes(2));
                Assert.Equal(log.Quality.RowsRead, log.Quality.Accepted + log.Quality.Rejected);
                Assert.Equal(log.Quality.Accepted, log.EventCount);
                logs++;
            }
            catch (Exception exception) when (exception is JourneyDataException or JourneyDefinitionException or InvalidDataException)
            {
                refused++;
            }
        }

        // Both kinds must occur, or the damage is too small or too great to find anything.
        Assert.True(logs > Documents / 50 && refused > Documents / 2, $"{logs} logs, {refused} refused");
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        List<byte> bytes = [.. whole];
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            int place = random.Next(bytes.Count), length = Math.Min(random.Next(1, 60), bytes.Count - place);
            switch (random.Next(6))
            {
                case 0:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(place, length);
                    break;
                case 2:
                    bytes.InsertRange(place, bytes.GetRange(place, length));
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(place, length));
                    break;
                case 4:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
                default:
                    bytes.InsertRange(place, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
            }

            if (bytes.Count == 0) bytes.Add((byte)'<');
        }

        return [.. bytes];
    }
}
