using LearningSociety.Scale.Model;

namespace LearningSociety.Scale;

public sealed class PipelineTests
{
    private static readonly Shape Mails = Shape.Production with { MailsAnHour = 20_000 };

    [Theory]
    [InlineData(1, 1.99)]
    [InlineData(0, 11.25)]
    public void The_model_of_one_machine_reads_as_fast_as_was_measured(double scanned, double pagesASecond)
    {
        // Processor seconds a page and pages a second were measured apart: the model knows the first alone.
        var season = Season.Commune with { Scanned = scanned, Pages = 1 };
        var modelled = Shape.OneMachine.CoresAReplica * Figures.Efficiency / Pipeline.CpuSeconds(season);
        Assert.Equal(pagesASecond, modelled, pagesASecond * 0.05);
    }

    [Fact]
    public void Dossiers_all_at_once_take_as_long_as_their_pages()
    {
        var season = Season.Commune;
        var course = Pipeline.Run(season, Shape.OneMachine);
        var alone = Figures.QuietSeconds + (Pipeline.CpuSeconds(season) / 2 * 2) + 20;
        Assert.InRange(course.Half, Figures.QuietSeconds, alone);
    }

    [Fact]
    public void Nothing_waits_before_its_report_in_production()
    {
        var course = Pipeline.Run(Season.Nation, Mails);
        Assert.True(course.Slow < 5 * 60, $"{course.Slow} s");
        Assert.True(course.Longest < 15 * 60, $"{course.Longest} s");
    }

    [Fact]
    public void The_first_queue_of_the_nation_is_the_mail_services()
    {
        var usual = Pipeline.Run(Season.Nation, Shape.Production);
        Assert.True(usual.LongestMail > 20 * 86_400, "Limits of a new domain hold mails up for weeks.");
        Assert.True(Pipeline.Run(Season.Nation, Mails).LongestMail < 3_600);
        // The report itself is on its page all the same.
        Assert.Equal(Pipeline.Run(Season.Nation, Mails).Slow, usual.Slow, 1);
    }

    [Fact]
    public void More_replicas_shorten_the_queue_at_the_layout_server()
    {
        double Wait(int replicas) => Pipeline.Run(Season.Nation, Mails with { Layout = LayoutChoice.Server, Replicas = replicas }).Of(Pipeline.Server).LongestWait;
        Assert.True(Wait(1) > Wait(2) && Wait(2) > Wait(8));
        Assert.True(Wait(1) > 3_600, "One replica is not enough for the nation.");
    }

    [Fact]
    public void Fewer_partitions_make_orchestration_the_narrow_place_when_load_is_tenfold()
    {
        var season = Season.Nation with { Dossiers = 600_000 };
        double Wait(int partitions) => Pipeline.Run(season, Mails with { Partitions = partitions, Replicas = 200, Layout = LayoutChoice.Server, MailsAnHour = 1e6 }).Of(Pipeline.Turns).LongestWait;
        Assert.True(Wait(4) > 600);
        Assert.True(Wait(16) < 60);
    }

    [Fact]
    public void Asking_after_analyses_is_what_Document_Intelligence_limits_first() =>
        Assert.True(Figures.PollsASecond / Figures.PollsAFile < Figures.AnalysesASecond);

    [Fact]
    public void The_busiest_partition_of_a_table_stays_far_below_its_limit()
    {
        var minute = Season.Nation.Arrivals().CountBy(time => (int)(time / 60)).Max(pair => pair.Value);
        Assert.True(minute / 60.0 * Figures.PendingWritesADossier < Figures.EntitiesASecondAndPartition / 20);
    }

    [Theory]
    [InlineData(1, 1.0, 2)]
    [InlineData(2, 0.61, 3)]
    [InlineData(8, 0.1, 7)]
    [InlineData(100, 1.0, 100)]
    public void Workers_double_at_most_and_go_one_by_one(int now, double busy, int next) => Assert.Equal(next, new Scaling(1, 100, 30, 0.6).Next(now, busy));
}
