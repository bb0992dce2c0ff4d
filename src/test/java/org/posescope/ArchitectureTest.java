package org.posescope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.posescope", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packages_have_no_cycles = slices().matching("org.posescope.(**)").should().beFreeOfCycles()
            .because("a reader must be able to start at the bottom and never meet a forward reference");

    @ArchTest
    static final ArchRule arrows_run_one_way = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("surface").definedBy("org.posescope", "org.posescope.cli..", "org.posescope.app..",
                    "org.posescope.workshop..")
            .layer("running").definedBy("org.posescope.pipeline..", "org.posescope.draw..", "org.posescope.record..",
                    "org.posescope.report..", "org.posescope.eval..", "org.posescope.importer..",
                    "org.posescope.quantize..")
            .layer("vision").definedBy("org.posescope.detect..", "org.posescope.body..", "org.posescope.track..",
                    "org.posescope.pose.blazepose..", "org.posescope.pose.bottomup..", "org.posescope.pose.heatmap..",
                    "org.posescope.pose.topdown..")
            .layer("inference").definedBy("org.posescope.infer..")
            .layer("models").definedBy("org.posescope.model..", "org.posescope.network..", "org.posescope.tensor..")
            .whereLayer("surface").mayNotBeAccessedByAnyLayer()
            .whereLayer("running").mayOnlyBeAccessedByLayers("surface")
            .whereLayer("vision").mayOnlyBeAccessedByLayers("surface", "running")
            .whereLayer("inference").mayOnlyBeAccessedByLayers("surface", "running", "vision")
            .because("a decoder that knew the window could not be tested, reused or replaced");

    @ArchTest
    static final ArchRule only_the_window_knows_javafx = noClasses().that()
            .resideOutsideOfPackage("org.posescope.app..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "org.fxyz3d..")
            .because("everything but the window runs on a server without a display");

    @ArchTest
    static final ArchRule the_product_does_not_know_the_workshop = noClasses().that()
            .resideOutsideOfPackage("org.posescope.workshop..").and().doNotHaveFullyQualifiedName(Main.class.getName())
            .should().dependOnClassesThat().resideInAPackage("org.posescope.workshop..")
            .because("what a developer runs once must not weigh on what users run");

    @ArchTest
    static final ArchRule nobody_uses_awt = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..")
            .because("pixels go from FFmpeg to the screen or the file without a detour over AWT");

    @ArchTest
    static final ArchRule data_knows_no_machinery = classes().that().resideInAPackage("org.posescope.frame..").should()
            .onlyDependOnClassesThat().resideInAnyPackage("org.posescope.frame..", "org.posescope.error..", "java..",
                    "org.bytedeco..", "org.slf4j..")
            .because("everything uses frames, so frames may use nothing of ours");

    @ArchTest
    static final ArchRule the_engine_knows_no_network = noClasses().that()
            .resideInAnyPackage("org.posescope.pipeline", "org.posescope.pipeline.metrics..",
                    "org.posescope.pipeline.playback..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("org.posescope.detect..", "org.posescope.body..", "org.posescope.track..",
                    "org.posescope.pose.blazepose..", "org.posescope.pose.bottomup..", "org.posescope.pose.heatmap..",
                    "org.posescope.pose.topdown..", "org.posescope.infer..", "org.posescope.model..",
                    "org.posescope.network..", "org.posescope.tensor..", "org.posescope.pipeline.people..")
            .because("threads, order and time-outs of stages must not change with what the stages compute");

    @ArchTest
    static final ArchRule no_static_state = noFields().that().areStatic().should().notBeFinal()
            .because("two runs in one program must not know of each other").allowEmptyShould(true);
}
