using LearningSociety.Layout.Tests.Making;
using LearningSociety.Layout.Work;

namespace LearningSociety.Layout.Tests.Work;

public sealed class SharedFolderTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 12, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_server_answers_for_what_another_has_finished()
    {
        using var folder = new Folder();
        var (here, there) = (new JobStore(folder.Path, "here"), new JobStore(folder.Path, "there"));
        var id = Put(there, JobStatus.Succeeded);
        there.SaveResult(id, stream => stream.Write("{}"u8));

        Assert.Equal(JobStatus.Succeeded, here.FindAnywhere(id, Now)!.Status);
        Assert.Equal("{}", File.ReadAllText(here.ResultPath(id)));
        Assert.Null(here.Find(id));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2.9, true)]
    [InlineData(3.1, false)]
    public void What_another_works_on_is_known_as_long_as_it_lives(double silentMinutes, bool known)
    {
        using var folder = new Folder();
        var (here, there) = (new JobStore(folder.Path, "here"), new JobStore(folder.Path, "there"));
        var id = Put(there, JobStatus.Running);
        there.SayAlive(Now);
        Assert.Equal(known, here.FindAnywhere(id, Now.AddMinutes(silentMinutes)) is not null);
    }

    [Fact]
    public void A_server_that_starts_leaves_the_work_of_others_alone()
    {
        using var folder = new Folder();
        var there = new JobStore(folder.Path, "there");
        var (open, half) = (Put(there, JobStatus.Running), there.NewId());
        var here = new JobStore(folder.Path, "here");
        Assert.Empty(here.Open);
        Assert.True(Directory.Exists(Path.GetDirectoryName(there.InputPath(half))));
        Assert.Equal([open], new JobStore(folder.Path, "there").Open.Select(job => job.Id));
    }

    [Fact]
    public void Servers_long_gone_are_cleared_away()
    {
        using var folder = new Folder();
        var (here, there) = (new JobStore(folder.Path, "here"), new JobStore(folder.Path, "there"));
        var id = Put(there, JobStatus.Succeeded);
        there.SayAlive(Now);
        here.SayAlive(Now.AddDays(2));
        here.Expire(Now.AddHours(-1));
        Assert.NotNull(here.FindAnywhere(id, Now));
        here.Expire(Now.AddDays(1));
        Assert.Null(here.FindAnywhere(id, Now));
    }

    [Theory]
    [InlineData("../there")]
    [InlineData("there")]
    [InlineData("")]
    public void Nothing_but_an_id_is_looked_for(string id)
    {
        using var folder = new Folder();
        _ = new JobStore(folder.Path, "there");
        Assert.Null(new JobStore(folder.Path, "here").FindAnywhere(id, Now));
    }

    private static string Put(JobStore store, JobStatus status)
    {
        var id = store.NewId();
        File.WriteAllBytes(store.InputPath(id), [1]);
        store.Save(new(id, "dossier", null, status, Now, Now));
        return id;
    }
}
