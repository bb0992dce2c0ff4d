package org.posescope.app.scene3d;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

import org.posescope.app.scene3d.camera.CameraPreset;
import org.posescope.app.scene3d.posed.Bodies;
import org.posescope.app.scene3d.posed.SceneFrame;
import org.posescope.body.BodyModel;
import org.posescope.body.BodyModelReader;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

/**
 * Takes pictures of the 3D pane to be looked at: {@code SceneGallery BODY.npz MOTION.jsonl FOLDER}. With
 * {@code -Dprism.forceGPU=true} it shows the hardware's, without it the software's.
 */
final class SceneGallery {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 620;

    private final Path folder;
    private final Optional<BodyModel> body;
    private final List<SceneFrame> motion;

    private SceneGallery(Path bodyFile, Path motionFile, Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.body = Optional.of(BodyModelReader.read(bodyFile));
        this.motion = motion(motionFile);
    }

    public static void main(String[] args) throws Exception {
        SceneStage.startToolkit();
        new SceneGallery(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).shoot();
        Platform.exit();
    }

    private void shoot() throws Exception {
        boolean hardware = Platform.isSupported(ConditionalFeature.SCENE3D);
        String prefix = hardware ? "" : "software-";
        try (SceneStage stage = new SceneStage(body, WIDTH, HEIGHT, hardware)) {
            Scene3dModel model = stage.model();
            Person one = Bodies.person(1, Bodies.walking(0, 0.4f, 3, 0.45));
            Person two = Bodies.person(2, Bodies.walking(1.1f, 0.4f, 3.6f, -0.3));
            stage.show(Bodies.moment(0, one));
            for (CameraPreset preset : List.of(CameraPreset.FOLLOW, CameraPreset.FRONT, CameraPreset.SIDE,
                    CameraPreset.TOP)) {
                stage.change(() -> model.presetProperty().set(preset));
                save(stage, prefix + "mesh-" + preset.label().toLowerCase(Locale.ROOT));
            }
            stage.change(() -> model.presetProperty().set(CameraPreset.FOLLOW));
            stage.change(() -> model.jointsProperty().set(true));
            save(stage, prefix + "mesh-and-joints");
            stage.change(() -> model.jointsProperty().set(false));
            stage.show(Bodies.moment(40_000, one, two));
            save(stage, prefix + "two");
            stage.change(() -> model.selectedProperty().set(2));
            stage.show(Bodies.moment(80_000, one, two));
            save(stage, prefix + "two-selected");
            stage.change(() -> model.lightProperty().set(true));
            stage.change(() -> model.selectedProperty().set(0));
            stage.show(Bodies.moment(120_000, one, two));
            save(stage, prefix + "two-light");
            stage.change(() -> model.lightProperty().set(false));
            stage.change(() -> model.trailProperty().set(true));
            walk(stage);
            save(stage, prefix + "mesh-trail");
            stage.change(stage.pane()::clear);
            for (SceneFrame moment : motion) {
                stage.show(moment);
                Thread.sleep(60);
            }
            save(stage, prefix + "joints-trail");
            stage.change(() -> model.sourceCameraProperty().set(true));
            stage.change(() -> model.presetProperty().set(CameraPreset.SIDE));
            save(stage, prefix + "joints-camera");
            stage.change(() -> model.lightProperty().set(true));
            save(stage, prefix + "joints-light");
        }
        try (SceneStage narrow = new SceneStage(body, 400, 420, hardware)) {
            narrow.show(Bodies.moment(0, Bodies.person(1, Bodies.walking(0, 0.4f, 3, 0.45))));
            save(narrow, prefix + "narrow");
        }
        try (SceneStage empty = new SceneStage(body, WIDTH, HEIGHT, hardware)) {
            save(empty, prefix + "empty");
        }
    }

    private static void walk(SceneStage stage) throws Exception {
        for (int i = 0; i <= 30; i++) {
            double phase = 2 * Math.PI * i / 30;
            stage.show(Bodies.moment(200_000 + i * 40_000L,
                    Bodies.person(1, Bodies.walking(-0.8f + 0.04f * i, 0.4f, 3, 0.5 * Math.sin(phase)))));
            Thread.sleep(40);
        }
    }

    private void save(SceneStage stage, String name) throws Exception {
        stage.settle();
        WritableImage image = stage.picture();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        ImageIO.write(out, "png", folder.resolve(name + ".png").toFile());
    }

    private static List<SceneFrame> motion(Path file) throws Exception {
        List<SceneFrame> moments = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(file)) {
            JsonNode frame = json.readTree(line);
            if (frame.has("people") && !frame.get("people").isEmpty()) {
                JsonNode person = frame.get("people").get(0);
                JsonNode at = person.get("translation");
                moments.add(Bodies.moment(frame.get("pts_us").asLong(), Bodies.person(person.get("id").asInt(),
                        joints(person.get("joints3d")),
                        new Vector3(at.get(0).floatValue(), at.get(1).floatValue(), at.get(2).floatValue()))));
            }
        }
        return moments;
    }

    private static Joints3d joints(JsonNode node) {
        List<Joint> joints = new ArrayList<>();
        for (int i = 0; i < node.get("xyz").size(); i++) {
            JsonNode xyz = node.get("xyz").get(i);
            joints.add(new Joint(xyz.get(0).floatValue(), xyz.get(1).floatValue(), xyz.get(2).floatValue(),
                    node.get("score").get(i).floatValue()));
        }
        return new Joints3d(Skeletons.byId(node.get("skeleton").asText()), joints);
    }
}
