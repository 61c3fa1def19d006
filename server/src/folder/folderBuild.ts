/**
 * What a build of a folder tells, as it was when the folder was loaded.
 */
import type { BuildForTarget } from '#core/gaps/targetGap.js';
import type { TargetSpec } from '#core/knowledge/targetSpec.js';
import type { LiveProgram } from '#core/live/liveProgram.js';
import type { FolderSettings } from '#core/project/folderSettings.js';
import type { BuildSetting } from '#core/project/projectSettings.js';
import type { BuildSummary } from '#core/report/report.js';
import type { Files, FollowedBuild } from '../host.js';
import type { FolderUri } from './folderUri.js';

export class FolderBuild {
  private followed: FollowedBuild | undefined;

  /**
   * @param files undefined for a folder of which no build is followed.
   * @param tell is told what of a build cannot be used.
   */
  constructor(
    private readonly folder: FolderUri,
    private readonly files: Files | undefined,
    private readonly tell: (line: string) => void,
  ) {}

  /** What is told of the build; undefined where none is known. */
  get summary(): BuildSummary | undefined {
    return this.followed?.summary;
  }

  /**
   * Reads a build anew.
   * @returns whether it takes in a file, if it says which it does.
   */
  async follow(
    { path, isOff }: BuildSetting,
    program: LiveProgram,
    pause: (() => Promise<void>) | undefined,
  ): Promise<((path: string) => boolean) | undefined> {
    const { folder, tell } = this;
    this.followed = isOff
      ? undefined
      : await this.files?.followedBuild?.({
          folder: folder.uri,
          named: path,
          program: {
            index: program.index,
            isAsked: (hash) => program.isAsked(hash),
            ...(pause ? { pause } : {}),
          },
          tell: (line) => tell(`${folder.name}: ${line}`),
        });
    const built = this.followed?.program;
    return built?.hasUnits ? (file) => built.isBuilt(file) : undefined;
  }

  /** The build as a target may take it. */
  forTarget(target: TargetSpec, settings: FolderSettings): BuildForTarget | undefined {
    const program = this.followed?.program;
    return program && { program, isTruth: settings.isBuildFor(target) };
  }
}
