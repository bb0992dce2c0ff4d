package org.posescope.app.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.posescope.app.about.AboutPage;
import org.posescope.app.about.Diagnostics;
import org.posescope.app.export.ExportModel;
import org.posescope.app.export.ExportPage;
import org.posescope.app.firstrun.InstallModel;
import org.posescope.app.firstrun.InstallPage;
import org.posescope.app.firstrun.Installer;
import org.posescope.app.keys.KeySheet;
import org.posescope.app.queue.QueueModel;
import org.posescope.app.queue.QueuePage;
import org.posescope.app.queue.VideoAsker;
import org.posescope.app.research.BringModel;
import org.posescope.app.research.BringPage;
import org.posescope.app.research.ModelImport;
import org.posescope.app.settings.Folders;
import org.posescope.app.settings.SettingsPage;
import org.posescope.app.work.WorkKind;
import org.posescope.app.work.WorkListener;
import org.posescope.app.work.WorkThreads;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelStore;
import org.posescope.plan.Plan;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Node;

/** Makes what is seen of a page. FX thread. */
final class PageViews {
    private final WindowModel model;
    private final Commands commands;
    private final Known known;
    private final ExportModel exports;
    private final ExportPage.TargetAsker asker;
    private final WorkThreads works;
    private Supplier<List<String>> log = List::of;
    private Optional<ExportPage> exportPage = Optional.empty();
    private final QueueModel queue;
    private Optional<QueuePage> queuePage = Optional.empty();

    /**
     * What pages need to know of the outside.
     *
     * @param demo    clip that comes with the program
     * @param recordings folder of what is made
     * @param chooser lets the user choose files of models
     * @param videos lets the user choose videos for the queue
     * @param folders where recordings go
     * @param pictures addresses of pictures of what was opened
     */
    record Known(ModelStore store, Installer installer, ModelImport imports, Optional<Path> demo, Path recordings,
            Supplier<List<Path>> chooser, VideoAsker videos, Folders folders, Function<String, String> pictures) {}

    /**
     * @param asker asks for the file of an export
     * @param works owned by the FX thread
     */
    PageViews(WindowModel model, Commands commands, Known known, ExportModel exports,
            ExportPage.TargetAsker asker, WorkThreads works) {
        this.model = model;
        this.commands = commands;
        this.known = known;
        this.exports = exports;
        this.asker = asker;
        this.works = works;
        queue = QueueModel.of(new QueueModel.Outside(() -> model.settings().get().plan(), known.store().folder(),
                known.recordings(), Platform::runLater, works.of(WorkKind.FILES)), model.notices(),
                works.of(WorkKind.QUEUE));
    }

    /** Names where the last lines of the log come from. */
    void logFrom(Supplier<List<String>> lines) {
        log = lines;
    }

    /** Null for a page that covers nothing. */
    Node of(Page page) {
        return switch (page) {
            case Page.None _ -> null;
            case Page.Welcome _ -> new WelcomePage(commands, known.demo(), model.settings().get().recent(),
                    known.pictures());
            case Page.Keys _ -> new KeySheet();
            case Page.About _ -> about();
            case Page.Install install -> install(install.plan(), install.models());
            case Page.Bring bring -> bring(bring.plan(), bring.models());
            case Page.Export _ -> exportPage();
            case Page.Queue _ -> queuePage();
            case Page.Preferences _ -> new SettingsPage(model.settings(), model::choose, known.store().catalog(),
                    known.folders(), model.notices()::show, model::dismiss);
        };
    }

    private Node about() {
        String graphics = Platform.isSupported(ConditionalFeature.SCENE3D) ? "graphics hardware" : "software";
        AboutPage page = new AboutPage(Diagnostics.of(System.getProperties(), graphics, log.get()), model::dismiss);
        works.of(WorkKind.FILES).start(_ -> licences(), WorkListener.of(page::show, model::warned));
        return page;
    }

    private List<List<String>> licences() {
        return known.store().cards().stream().filter(card -> known.store().locate(card).isPresent())
                .map(card -> List.of(card.title(), card.license())).toList();
    }

    /** One for all times that it is opened, because it listens to what lives as long as the window. */
    private Node exportPage() {
        ExportPage wanted = exportPage.orElseGet(() -> new ExportPage(exports, asker, model::dismiss));
        exportPage = Optional.of(wanted);
        return wanted;
    }

    /** One for all times that it is opened, as that of exports. */
    private Node queuePage() {
        QueuePage wanted = queuePage.orElseGet(() -> new QueuePage(queue, known.videos(),
                new QueuePage.Results(result -> model.open(result.toString()),
                        known.folders().shower()),
                model::dismiss));
        queuePage = Optional.of(wanted);
        return wanted;
    }

    /** Files were dropped: several videos are for the queue, all else is for the window. */
    void dropped(List<Path> files) {
        if (model.page().get() instanceof Page.Bring) {
            model.dropped(files);
        } else {
            queue.offer(files, () -> model.showPage(new Page.Queue()), () -> model.dropped(files));
        }
    }

    /** What closing the window would end of the queue; empty: nothing. */
    Optional<String> underWay() {
        return queue.running().get()
                ? Optional.of("A queue is under way; closing the window stops it, and what is done is kept.")
                : Optional.empty();
    }

    private Node install(Plan plan, List<ModelCard> missing) {
        InstallModel install = new InstallModel(missing, known.installer(), works.of(WorkKind.INSTALLATION),
                () -> model.choose(plan));
        model.behind(new PageWork(WorkKind.INSTALLATION, install::fetching, files -> {}, install::leave));
        return new InstallPage(install, known.imports().folder());
    }

    private Node bring(Plan plan, List<ModelCard> missing) {
        BringModel bring = new BringModel(missing, known.imports(), works.of(WorkKind.IMPORT),
                () -> model.choose(plan));
        model.behind(new PageWork(WorkKind.IMPORT, bring::underWay, bring::bring, bring::leave));
        return new BringPage(bring, known.chooser(), model::dismiss);
    }
}
