package org.posescope.app.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import org.posescope.app.player.SourceOpener;
import org.posescope.app.settings.SettingsFile;
import org.posescope.app.toolbar.CameraModel;
import org.posescope.app.work.ReadOnce;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceOptions;
import org.posescope.frame.camera.Cameras;
import org.posescope.frame.source.Sources;
import org.posescope.model.ModelStore;
import org.posescope.model.install.NpmClient;
import org.posescope.pipeline.kept.MotionFolder;
import org.posescope.pipeline.people.NetworkFactory;
import org.posescope.pipeline.people.StageFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window needs of the outside; tests put something else in its place.
 *
 * @param pool       closed by the window
 * @param body       model of the bodies that are fitted and shown by plans that say no other; empty: joints alone are seen
 * @param demo       clip to play when the user names nothing
 * @param recordings folder of videos and pictures that are saved
 * @param motion     where motion of clips is kept beyond the end of the program; empty: nowhere
 * @param thumbnails folder of small pictures of what was opened; empty: none are made
 */
public record Services(ModelStore models, NpmClient npm, FramePool pool, SourceOpener sources, StageFactory stages,
        CameraModel.Finder cameras, Optional<BodyModel> body,
        SettingsFile settings,
        Optional<Path> demo, Path recordings, Optional<MotionFolder> motion, Optional<Path> thumbnails) {

    private static final Logger LOG = LoggerFactory.getLogger(Services.class);

    /** Those of a user's machine. */
    public static Services ofUser(ModelStore models, NpmClient npm, BodyModel body, Map<String, String> environment,
            Properties properties) {
        FramePool pool = new FramePool();
        StageFactory stages = new NetworkFactory(models,
                new NetworkFactory.Bodies(() -> body, new ReadOnce<>(DefaultBody::readWhole)), LOG::warn, LOG::debug);
        int decoders = SourceOptions.besideNetworks(Runtime.getRuntime().availableProcessors()).decoderThreads();
        Path home = Path.of(properties.getProperty("user.home"));
        return new Services(models, npm, pool,
                (input, wanted, news) -> Sources.openLasting(input, wanted.withDecoderThreads(decoders), pool, news),
                stages, Services::findCameras, Optional.of(body),
                SettingsFile.ofUser(environment, properties),
                DemoClip.find(properties), videos(home).resolve("PoseScope"),
                Optional.of(MotionFolder.ofUser(environment, properties)),
                Optional.of(MotionFolder.cache(environment, properties).resolve("thumbnails")));
    }

    private static List<CameraModel.Found> findCameras() {
        return Cameras.list().stream().map(camera -> new CameraModel.Found(camera, Cameras.sizes(camera))).toList();
    }

    private static Path videos(Path home) {
        return Stream.of("Videos", "Movies").map(home::resolve).filter(Files::isDirectory).findFirst().orElse(home);
    }
}
