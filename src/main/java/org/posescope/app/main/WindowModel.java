package org.posescope.app.main;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.player.PlayerCommands;
import org.posescope.app.player.PlayerListener;
import org.posescope.app.player.ShownFrame;
import org.posescope.app.settings.Settings;
import org.posescope.app.settings.SettingsModel;
import org.posescope.app.stats.StatsModel;
import org.posescope.app.transport.TransportModel;
import org.posescope.app.video.VideoModel;
import org.posescope.draw.Layer;
import org.posescope.frame.SourceInfo;
import org.posescope.model.ModelCard;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.Plan;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The state of the whole window: keeps its parts, the player and the settings in step. One thread. */
final class WindowModel implements PlayerListener {
    /** Those of cameras and of film. */
    private static final List<Integer> FRAME_RATES = List.of(24, 25, 30, 60);

    private final PlayerCommands player;
    private final SettingsModel settings;
    private final NoticeModel notices = new NoticeModel();
    private final VideoModel video;
    private final TransportModel transport;
    private final StatsModel stats;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(new Page.None());
    private final ReadOnlyObjectWrapper<Optional<SourceInfo>> source = new ReadOnlyObjectWrapper<>(Optional.empty());

    private final ReadOnlyStringWrapper opening = new ReadOnlyStringWrapper("");
    private final PeopleWatch watch = new PeopleWatch(notices, () -> showPage(new Page.Preferences()));

    /** Folders that the user was asked about. */
    private final Set<String> asked = new HashSet<>();
    private Consumer<ModelCard> finders = finder -> {};
    private Optional<PageWork> work = Optional.empty();

    WindowModel(PlayerCommands player, SettingsModel settings) {
        this.player = player;
        this.settings = settings;
        Settings start = settings.get();
        video = new VideoModel(start.layers());
        transport = new TransportModel(player, start.loop(), start.speed());
        stats = new StatsModel(start.mode());
        video.layers().subscribe(layers -> settings.update(each -> each.withLayers(layers)));
        transport.looping().subscribe(this::keepPlayback);
        transport.speed().subscribe(this::keepPlayback);
        transport.playing().subscribe(stats::playing);
        transport.jumps().subscribe(stats::disturbed);
    }

    private void keepPlayback() {
        settings.update(each -> each.withPlayback(transport.looping().get(), transport.speed().get()));
    }

    void open(String input) {
        opening.set(input);
        notices.clear();
        player.open(input);
    }

    /** Files were dropped on the window: they go to the page that asks for files; else models are chosen, and what is no model is played. */
    void dropped(List<Path> files) {
        if (page.get() instanceof Page.Bring) {
            work.ifPresent(behind -> behind.files().accept(files));
            return;
        }
        DroppedFiles dropped = DroppedFiles.of(files);
        dropped.choice(settings.get().plan()).ifPresent(this::choose);
        dropped.input().ifPresent(this::open);
    }

    /** Names what goes on behind the page that is shown now, until another takes its place. */
    void behind(PageWork pageWork) {
        work = Optional.of(pageWork);
    }

    void mode(Mode mode) {
        player.mode(mode);
        stats.switched(mode);
        settings.update(each -> each.withMode(mode));
    }

    void toggleMode() {
        mode(stats.mode().get() == Mode.ASYNC ? Mode.MIN_LATENCY : Mode.ASYNC);
    }

    void choose(Plan plan) {
        player.choose(plan);
    }

    void toggle(Layer layer) {
        video.toggle(layer);
    }

    /** A frame is on the screen. */
    void shown(ShownFrame moment) {
        transport.shown(moment.positionMicros());
        watch.shown(moment);
    }

    /** Another page than the one that is shown ends what goes on behind that, and says so. */
    void showPage(Page wanted) {
        if (!wanted.equals(page.get())) {
            Optional<PageWork> before = work;
            work = Optional.empty();
            before.filter(behind -> behind.underWay().getAsBoolean())
                    .ifPresent(behind -> notices.show(Notice.info(behind.kind().leftSentence())));
            before.ifPresent(behind -> behind.leave().run());
            page.set(wanted);
        }
    }

    /** As {@link #showPage} for what the user did not ask for: a page behind which something is under way stays. */
    private void giveWayTo(Page wanted) {
        if (!isUnderWay()) {
            showPage(wanted);
        }
    }

    private boolean isUnderWay() {
        return work.filter(behind -> behind.underWay().getAsBoolean()).isPresent();
    }

    /** Opens a page, or closes it when it is open. */
    void togglePage(Page wanted) {
        showPage(page.get().equals(wanted) ? resting() : wanted);
    }

    /** Takes away what covers the panes, or else the notice, or else the selection. */
    void dismiss() {
        if (!page.get().equals(resting())) {
            showPage(resting());
        } else if (notices.notice().get().isPresent()) {
            notices.dismiss();
        } else {
            video.select(0);
        }
    }

    private Page resting() {
        return source.get().isPresent() ? new Page.None() : new Page.Welcome();
    }

    @Override
    public void opened(String input, SourceInfo info) {
        opening.set("");
        source.set(Optional.of(info));
        watch.begin();
        video.select(0);
        transport.opened(info);
        stats.opened();
        notices.clear();
        giveWayTo(new Page.None());
        settings.update(each -> each.withRecent(input));
        if (info.kind() == SourceInfo.Kind.IMAGE_FOLDER && info.frameCount() > 1 && asked.add(input)) {
            askForRate(input, info.frameCount());
        }
    }

    /** Frames that were taken out of a video do not say how fast. */
    private void askForRate(String input, long pictures) {
        notices.show(Notice.question(pictures + " single pictures are shown; play them as a video?",
                FRAME_RATES.stream()
                        .map(fps -> new Notice.Answer(fps + " fps", () -> player.openPictures(input, fps))).toList()));
    }

    @Override
    public void notOpened(String input, String why) {
        opening.set("");
        notices.show(Notice.error(why).withRetry(() -> open(input)));
        giveWayTo(resting());
    }

    @Override
    public void ended() {
        transport.ended();
    }

    @Override
    public void failed(String why) {
        source.set(Optional.empty());
        transport.failed();
        stats.restarted();
        notices.show(Notice.error(why).withRetry(player::reopen));
        giveWayTo(resting());
    }

    @Override
    public void warned(String message) {
        notices.show(Notice.warning(message));
    }

    @Override
    public void missing(Plan plan, List<ModelCard> models) {
        opening.set("");
        if (isUnderWay() && asksFor(plan)) {
            return;
        }
        boolean fetchable = models.stream().allMatch(card -> card.origin().npmPackage().isPresent());
        showPage(fetchable ? new Page.Install(plan, models) : new Page.Bring(plan, models));
    }

    /** Whether models of a plan are being brought already. */
    private boolean asksFor(Plan plan) {
        return switch (page.get()) {
            case Page.Install install -> install.plan().equals(plan);
            case Page.Bring bring -> bring.plan().equals(plan);
            default -> false;
        };
    }

    /** Names who brings the model that finds small people and many. */
    void findersFrom(Consumer<ModelCard> newFinders) {
        finders = newFinders;
    }

    @Override
    public void finderMissing(ModelCard finder) {
        finders.accept(finder);
    }

    @Override
    public void chosen(Plan plan) {
        settings.update(each -> each.withPlan(plan));
        watch.begin();
        if (page.get() instanceof Page.Install || page.get() instanceof Page.Bring) {
            showPage(resting());
        }
    }

    @Override
    public void notChosen(String why) {
        notices.show(Notice.error(why));
    }

    @Override
    public void measured(MetricsSnapshot snapshot) {
        stats.measured(snapshot);
    }

    NoticeModel notices() {
        return notices;
    }

    VideoModel video() {
        return video;
    }

    TransportModel transport() {
        return transport;
    }

    StatsModel stats() {
        return stats;
    }

    SettingsModel settings() {
        return settings;
    }

    ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    /** What is being opened, as the user named it; empty when nothing is. */
    ReadOnlyStringProperty opening() {
        return opening.getReadOnlyProperty();
    }

    /** What plays, if anything. */
    ReadOnlyObjectProperty<Optional<SourceInfo>> source() {
        return source.getReadOnlyProperty();
    }
}
