package org.posescope.workshop.lift;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.body.BodyModelReader;
import org.posescope.body.lift.Lifter;
import org.posescope.model.ModelFile;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestModels;
import org.posescope.workshop.lift.pose.CapturedMotion;
import org.posescope.workshop.lift.pose.PoseSource;
import org.posescope.workshop.lift.sample.Look;
import org.posescope.workshop.lift.sample.SampleMaker;
import org.posescope.workshop.lift.sample.SampleSet;
import org.posescope.workshop.lift.train.LifterTraining;

/** A small training, from captured motion to weights that are read. */
class LifterWorkshopTest {
    private static final Path BODY = Path.of("models/body/posescope-body.npz");

    @TempDir
    private Path folder;

    private static PoseSource poses() {
        return new PoseSource(CapturedMotion.read(Shared.file("data/mocap/cmu_smpl24_15fps.npz")));
    }

    @Test
    void knees_of_captured_people_who_stand_are_straightened() {
        List<String> told = poses().kneesOfStanding();

        assertThat(told).hasSize(14)
                .anySatisfy(line -> assertThat(line).contains("CH_directing_traffic", "21.5 ->  9.7"));
    }

    @Test
    void elbows_of_captured_arms_that_hang_are_straightened() {
        List<String> told = poses().elbowsOfHanging();

        assertThat(told).hasSize(14).anySatisfy(line -> assertThat(line).contains("CH_walking", "24.9 -> 15.4"));
    }

    @Test
    void pictures_are_made_once_and_the_same_and_train_a_lifter() throws InterruptedException {
        ModelFile network = TestModels.file("blazepose-full");
        PoseSource poses = poses();
        SampleMaker maker = new SampleMaker(poses, BODY, network, 7);
        List<Integer> made = new ArrayList<>();

        maker.make(folder, 1, made::add);
        maker.make(folder, 1, made::add);

        assertThat(made).containsExactly(1);
        List<Look> looks = SampleSet.read(List.of(SampleMaker.file(folder, 0)));
        assertThat(looks).hasSizeBetween(SampleMaker.PICTURES * 8 / 10, SampleMaker.PICTURES);
        assertThat(looks).allSatisfy(look -> assertThat(look.points()[2]).isBetween(0.5f, 12f));

        Path weights = folder.resolve("lifter.npz");
        List<String> news = new ArrayList<>();
        new LifterTraining(looks, BodyModelReader.read(BODY), poses, new LifterTraining.Effort(64, 60, 500, 1))
                .train(weights, news::add);

        assertThat(Files.exists(weights)).isTrue();
        assertThat(Lifter.read(weights)).isNotNull();
        assertThat(loss(news.getLast())).isLessThan(0.6 * loss(news.get(1)));
    }

    private static double loss(String news) {
        return Double.parseDouble(news.replaceAll(".*loss ([0-9.]+) m.*", "$1"));
    }
}
