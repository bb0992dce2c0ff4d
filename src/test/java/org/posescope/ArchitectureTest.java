package org.posescope;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

import org.posescope.app.pulse.FxThread;
import org.posescope.model.ModelStore;
import org.posescope.model.Preset;
import org.posescope.model.StageModels;
import org.posescope.pipeline.people.NetworkFactory;
import org.posescope.pipeline.people.Networks;
import org.posescope.pipeline.people.TopDownNetworks;

@AnalyzeClasses(packages = "org.posescope", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] SURFACE = {"org.posescope", "org.posescope.cli..", "org.posescope.app..",
        "org.posescope.workshop.."};
    private static final String[] RUNNING = {"org.posescope.pipeline..", "org.posescope.draw..",
        "org.posescope.record..", "org.posescope.report..", "org.posescope.bench..", "org.posescope.eval..",
        "org.posescope.importer..", "org.posescope.quantize..", "org.posescope.batch.."};
    private static final String[] VISION = {"org.posescope.detect..", "org.posescope.body..", "org.posescope.track..",
        "org.posescope.plan..", "org.posescope.measure..",
        "org.posescope.pose.blazepose..", "org.posescope.pose.bottomup..", "org.posescope.pose.detail..",
        "org.posescope.pose.face..", "org.posescope.pose.hand..", "org.posescope.pose.heatmap..",
        "org.posescope.pose.topdown.."};
    private static final String[] INFERENCE = {"org.posescope.infer.."};
    private static final String[] MODELS = {"org.posescope.model..", "org.posescope.network..",
        "org.posescope.tensor.."};
    private static final String[] DATA = {"org.posescope.frame..", "org.posescope.error..",
        "org.posescope.pose", "org.posescope.pose.matching.."};

    @ArchTest
    static final ArchRule packages_have_no_cycles = slices().matching("org.posescope.(**)").should().beFreeOfCycles()
            .because("a reader must be able to start at the bottom and never meet a forward reference");

    @ArchTest
    static final ArchRule every_package_is_in_a_layer = classes().should()
            .resideInAnyPackage(all(SURFACE, RUNNING, VISION, INFERENCE, MODELS, DATA))
            .because("the arrows are those between layers");

    @ArchTest
    static final ArchRule arrows_run_one_way = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("surface").definedBy(SURFACE)
            .layer("running").definedBy(RUNNING)
            .layer("vision").definedBy(VISION)
            .layer("inference").definedBy(INFERENCE)
            .layer("models").definedBy(MODELS)
            .layer("data").definedBy(DATA)
            .whereLayer("surface").mayNotBeAccessedByAnyLayer()
            .whereLayer("running").mayOnlyBeAccessedByLayers("surface")
            .whereLayer("vision").mayOnlyBeAccessedByLayers("surface", "running")
            .whereLayer("inference").mayOnlyBeAccessedByLayers("surface", "running", "vision")
            .whereLayer("data").mayNotAccessAnyLayer()
            .because("a decoder that knew the window could not be tested, reused or replaced");

    @ArchTest
    static final ArchRule networks_know_no_people = noClasses().that().resideInAnyPackage(all(INFERENCE, MODELS))
            .should().dependOnClassesThat().resideInAPackage("org.posescope.pose..")
            .because("what a network has found is the business of those who decode it");

    @ArchTest
    static final ArchRule only_the_command_line_prints = noClasses().that()
            .resideOutsideOfPackages("org.posescope.cli..", "org.posescope.workshop.command..").and()
            .doNotHaveFullyQualifiedName(Main.class.getName())
            .should(ACCESS_STANDARD_STREAMS).orShould().dependOnClassesThat()
            .belongToAnyOf(PrintWriter.class, PrintStream.class, Console.class)
            .because("everybody else returns, logs or throws what is to be said");

    @ArchTest
    static final ArchRule only_the_window_knows_javafx = noClasses().that()
            .resideOutsideOfPackage("org.posescope.app..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "org.fxyz3d..")
            .because("everything but the window runs on a server without a display");

    @ArchTest
    static final ArchRule what_changes_the_scene_asks_for_the_fx_thread = methods().that()
            .areDeclaredInClassesThat(resideInAPackage("org.posescope.app..").and(not(INTERFACES))
                    .and(nameMatching(".*(Pane|View)")))
            .and().arePublic().and().haveRawReturnType(void.class).should(askForTheFxThread())
            .because("a scene that another thread changes breaks later and elsewhere");

    @ArchTest
    static final ArchRule the_product_does_not_know_the_workshop = noClasses().that()
            .resideOutsideOfPackage("org.posescope.workshop..").and().doNotHaveFullyQualifiedName(Main.class.getName())
            .should().dependOnClassesThat().resideInAPackage("org.posescope.workshop..")
            .because("what a developer runs once must not weigh on what users run");

    @ArchTest
    static final ArchRule one_factory_makes_networks_of_names = noClasses().that()
            .doNotHaveFullyQualifiedName(NetworkFactory.class.getName()).and()
            .doNotHaveFullyQualifiedName(TopDownNetworks.class.getName())
            .should().callConstructorWhere(target(owner(assignableTo(Networks.class))))
            .orShould().callMethod(StageModels.class, "of", Preset.class, Function.class, List.class)
            .orShould().callMethod(ModelStore.class, "userFile", Path.class, Optional.class)
            .because("what a name means must be the same for the command line, the window, bench, eval and quantize");

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
                    "org.posescope.plan..",
                    "org.posescope.pose.blazepose..", "org.posescope.pose.bottomup..", "org.posescope.pose.heatmap..",
                    "org.posescope.pose.topdown..", "org.posescope.infer..", "org.posescope.model..",
                    "org.posescope.network..", "org.posescope.tensor..", "org.posescope.pipeline.people..")
            .because("threads, order and time-outs of stages must not change with what the stages compute");

    @ArchTest
    static final ArchRule names_in_files_are_the_same_in_every_language = noClasses().should().dependOnClassesThat()
            .areAssignableTo(EnumNamingStrategies.class).orShould().dependOnClassesThat()
            .areAssignableTo(EnumNaming.class)
            .because("Jackson turns case as the user's language does, where I is not the capital of i everywhere")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_static_state = noFields().that().areStatic().should().notBeFinal()
            .because("two runs in one program must not know of each other").allowEmptyShould(true);

    private static String[] all(String[]... layers) {
        return Stream.of(layers).flatMap(Stream::of).toArray(String[]::new);
    }

    private static ArchCondition<JavaMethod> askForTheFxThread() {
        return new ArchCondition<>("call FxThread.require()") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean asks = method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(FxThread.class));
                events.add(new SimpleConditionEvent(method, asks, method.getDescription() + " may run on any thread"));
            }
        };
    }
}
